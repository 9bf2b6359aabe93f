using System.Globalization;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Consents;

/// <summary>How long a talk is kept: counted from the person's own last word, chosen from a short list, warned of a day before.</summary>
public static class Keeping
{
    /// <summary>Kind of the due row that warns; <c>pack.yaml</c> names its dialog.</summary>
    public const string Ending = "ending";

    /// <summary>Days for which this person's talk is kept after their last word.</summary>
    public static int Days(Dialogs.Pack pack, Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation.KeepsDays ?? pack.KeepsDays;
    }

    /// <summary>The person chooses how long; anything but a number of the pack's list changes nothing.</summary>
    internal static void Choose(Talk talk, string days)
    {
        if (int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) && talk.Pack.KeepsChoices.Contains(chosen))
        {
            talk.Now = talk.Now with { KeepsDays = chosen == talk.Pack.KeepsDays ? null : chosen };
        }
    }

    /// <summary>Only who agreed to being kept, and has something to lose, is warned.</summary>
    internal static bool Warns(Talk talk) => Consenting.Last(talk.Now, Consenting.Keep)?.Answer == ConsentAnswer.Given && !Consenting.Looks(talk.Now)
        && (talk.Now.Facts.Any(pair => talk.Pack.Owners.ContainsKey(pair.Key)) || talk.Now.Case != Casework.CaseFile.Empty);

    /// <summary>Drops what waited too long for an answer; while somebody is with the person, an hour later.</summary>
    internal static void Drop(Talk talk)
    {
        if (talk.Now.Mode == Mode.Human || talk.Now.Crisis is not null)
        {
            talk.Effects.Add(new Schedule(Unkept.Due, talk.Moment.Now + Duration.FromHours(1)));
            return;
        }

        Unkept.Drop(talk);
    }

    /// <summary>Words that would be written down, from somebody who wants nothing kept: that is said, and nothing else happens.</summary>
    internal static bool SaysNotKept(Talk talk, string text)
    {
        if (!Consenting.Looks(talk) || talk.Pack.Faq.IsQuestion(text) || talk.Pack.Hearing.Hear(text, talk.Local, talk.Now.Facts).Count == 0)
        {
            return false;
        }

        talk.Lead(talk.Line("consent.not-kept"));
        talk.Settle();
        return true;
    }
}
