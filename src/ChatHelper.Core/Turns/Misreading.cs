using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Turns;

/// <summary>Words that the step cannot take. Twice the question comes again with an example; the third time the way out is
/// offered. Never a loop.</summary>
internal static class Misreading
{
    public const string Help = "(misread)";
    private const int Third = 3;

    public static void Take(Talk talk, Step? step)
    {
        talk.Now = talk.Now with { Misreads = talk.Now.Misreads + 1 };
        if (step is null)
        {
            talk.Settle();
            return;
        }

        var kind = step.Kind.ToString().ToLowerInvariant();
        if (talk.Now.Misreads < Third)
        {
            talk.Lead(talk.Line($"misread.{kind}"));
            Asking.Ask(talk, step);
            return;
        }

        talk.Now = talk.Now with { Misreads = 0 };
        List<ShownChoice> ways = [new("skip", talk.Line("choice.skip")), new("human", talk.Line("choice.human"))];
        talk.Ask(talk.Line("misread.third", ("example", talk.Line($"misread.{kind}"))), ways, Help);
    }
}
