using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Turns;

/// <summary>A talk whose time is over is erased without a word. Who asked for a reminder keeps that reminder and nothing else.</summary>
internal static class Expiring
{
    public static void Take(Talk talk)
    {
        var kept = FactSheet.Of(talk.Now.Facts.Where(pair => talk.Pack.Facts.TryGetValue(pair.Key, out var declared) && declared.Kept));
        if (kept.Count == 0)
        {
            talk.Effects.Add(new Erase());
            return;
        }

        talk.Now = new Conversation { Version = talk.Now.Version, PackVersion = talk.Now.PackVersion, Language = talk.Now.Language, Facts = kept };
    }
}
