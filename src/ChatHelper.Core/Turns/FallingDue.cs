namespace ChatHelper.Core.Turns;

/// <summary>Something scheduled has come due: its dialog starts on top of whatever waits, unless a human is speaking or a
/// crisis lasts; then it comes again an hour later.</summary>
internal static class FallingDue
{
    public static void Take(Talk talk, FellDue due)
    {
        if (!talk.Pack.DueDialogs.TryGetValue(due.Kind, out var dialog))
        {
            return;
        }

        if (talk.Now.Mode == Mode.Human || talk.Now.Crisis is not null)
        {
            talk.Effects.Add(new Schedule(due.Kind, talk.Moment.Now + NodaTime.Duration.FromHours(1)));
            return;
        }

        talk.Now = talk.Now with { Mode = Mode.Bot };
        talk.Start(dialog);
        talk.Settle();
    }
}
