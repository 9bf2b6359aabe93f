using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Consents;

/// <summary>What may not stay. At the end of every turn nothing is left that the ledger does not carry, whatever the dialogs did.</summary>
public static class Unkept
{
    /// <summary>Hours for which what was told waits for an answer.</summary>
    public const int Hours = 24;

    /// <summary>Kind of the due row that drops it.</summary>
    public const string Due = "unkept";

    /// <summary>What of a message may be written down at all.</summary>
    internal static IReadOnlyList<Heard> Heard(Talk talk, IReadOnlyList<Heard> heard) =>
        Consenting.Looks(talk) ? [.. heard.Where(one => Stands(talk, one.Name))] : heard;

    /// <summary>Names of sensitive facts that are known.</summary>
    internal static IEnumerable<string> Sensitive(Talk talk) => talk.Now.Facts.Where(pair => pair.Value.IsKnown
        && talk.Pack.Facts.GetValueOrDefault(pair.Key)?.Sensitive == true).Select(pair => pair.Key);

    /// <summary>Holds a conversation to its ledger and lets what waits fall due.</summary>
    internal static void Settle(Talk talk)
    {
        if (talk.Pack.Notice is null || talk.Effects.OfType<Erase>().Any())
        {
            return;
        }

        if (Consenting.Looks(talk.Now))
        {
            Strip(talk);
        }
        else if (Consenting.Last(talk.Now, Consenting.Sensitive)?.Answer is ConsentAnswer.Refused or ConsentAnswer.Withdrawn)
        {
            DropSensitive(talk);
        }

        if (!Consenting.Waits(talk.Now) || Consenting.Looks(talk.Now))
        {
            Calm(talk);
        }
        else if (talk.Now.UnkeptUntil is null && (talk.Now.Case != CaseFile.Empty || talk.Now.Facts.Any(pair => !Stands(talk, pair.Key))))
        {
            var until = talk.Moment.Now + Duration.FromHours(Hours);
            talk.Now = talk.Now with { UnkeptUntil = until.ToDateTimeOffset() };
            talk.Effects.Add(new Schedule(Due, until));
        }
    }

    /// <summary>The hours are over: what waited is gone, without a word, and the next word begins anew.</summary>
    internal static void Drop(Talk talk)
    {
        if (!Consenting.Waits(talk.Now))
        {
            return;
        }

        var now = talk.Now;
        talk.Effects.AddRange(talk.Pack.DueDialogs.Keys.Select(kind => new Unschedule(kind)));
        talk.Effects.Add(new Forget());
        talk.Now = new Conversation
        {
            Version = now.Version, PackVersion = now.PackVersion, Language = now.Language, LanguageBy = now.LanguageBy, KeepsDays = now.KeepsDays,
            Consents = [.. now.Consents.Where(consent => consent.Answer != ConsentAnswer.Later)],
        };
    }

    /// <summary>Nothing stays but where the person stands.</summary>
    internal static void Strip(Talk talk)
    {
        Discard(talk);
        talk.Now = talk.Now with
        {
            Facts = FactSheet.Of(talk.Now.Facts.Where(pair => Stands(talk, pair.Key))),
            SetAside = FactSheet.Empty,
            LastChange = null,
            Case = CaseFile.Empty,
        };
    }

    /// <summary>Sensitive answers go, and every item that has a file.</summary>
    internal static void DropSensitive(Talk talk)
    {
        bool Mild(KeyValuePair<string, Fact> pair) => !(pair.Value.IsKnown && talk.Pack.Facts.GetValueOrDefault(pair.Key)?.Sensitive == true);
        Discard(talk);
        talk.Now = talk.Now with
        {
            Facts = FactSheet.Of(talk.Now.Facts.Where(Mild)),
            SetAside = FactSheet.Of(talk.Now.SetAside.Where(Mild)),
            LastChange = talk.Now.LastChange is { } change && talk.Pack.Facts.GetValueOrDefault(change.Fact)?.Sensitive == true ? null : talk.Now.LastChange,
        };
    }

    private static void Discard(Talk talk)
    {
        foreach (var item in talk.Now.Case.Evidence.Where(item => item.HasFile))
        {
            talk.File(EvidenceChain.Withdraw(talk.Now.Case, item.No, talk.Moment.Now.ToDateTimeOffset()));
            talk.Effects.Add(new Discard(item.FileId));
        }
    }

    private static void Calm(Talk talk)
    {
        if (talk.Now.UnkeptUntil is not null)
        {
            talk.Now = talk.Now with { UnkeptUntil = null };
            talk.Effects.Add(new Unschedule(Due));
        }
    }

    // A crisis needs to know that somebody is young as long as it lasts.
    private static bool Stands(Talk talk, string fact) => fact.StartsWith("consent-", StringComparison.Ordinal)
        || talk.Pack.Notice!.Stands.Contains(fact) || (fact == "age-group" && talk.Now.Crisis is not null)
        || (talk.Pack.Owners.TryGetValue(fact, out var owner) && !talk.Pack.Notice.Before.Contains(owner.Dialog)
            && Consenting.IsFree(talk.Pack, talk.Pack.Notice, owner.Dialog));
}
