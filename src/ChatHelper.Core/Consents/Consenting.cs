using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Consents;

/// <summary>Nothing is kept before the person agrees, and nothing sensitive or across a border without a yes of its own. What
/// was told until then waits (<see cref="Unkept"/>); explanations, danger and blank papers wait for nobody.</summary>
public static class Consenting
{
    /// <summary>Keeping what is told at all.</summary>
    public const string Keep = "keep";

    /// <summary>Keeping amounts, names, places and files.</summary>
    public const string Sensitive = "sensitive";

    /// <summary>A channel whose servers stand abroad.</summary>
    public const string Abroad = "abroad";

    /// <summary>Passing the summary on to a volunteer.</summary>
    public const string Passing = "passing-on";

    /// <summary>The kinds of consent.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Keep, Sensitive, Abroad, Passing];

    /// <summary>Dialogs that ask for each, and the one for whoever is too young to agree alone.</summary>
    internal static IReadOnlyDictionary<string, string> Dialogs { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Keep] = "consent", [Sensitive] = "consent-sensitive", [Abroad] = "consent-abroad",
    };

    internal const string Child = "consent-child";
    internal const string UnderFourteen = "under-14";

    /// <summary>The last answer to a kind; null: never asked.</summary>
    public static Consent? Last(Conversation conversation, string kind)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation.Consents.LastOrDefault(consent => consent.Kind == kind);
    }

    /// <summary>Whether the person wants nothing kept, or may not agree.</summary>
    public static bool Looks(Conversation conversation) =>
        Last(conversation, Keep)?.Answer is ConsentAnswer.Refused or ConsentAnswer.Withdrawn or ConsentAnswer.Guardian
        || Last(conversation, Abroad)?.Answer is ConsentAnswer.Refused or ConsentAnswer.Withdrawn;

    /// <summary>Whether what was told still waits for an answer.</summary>
    public static bool Waits(Conversation conversation) => Last(conversation, Keep)?.Answer is null or ConsentAnswer.Later;

    internal static bool Looks(Talk talk) => talk.Pack.Notice is not null && Looks(talk.Now);

    /// <summary>Whether this fact may not be kept: it is sensitive, and that was declined.</summary>
    internal static bool Bars(Talk talk, string fact) => talk.Pack.Notice is not null && talk.Pack.Facts.GetValueOrDefault(fact)?.Sensitive == true
        && Last(talk.Now, Sensitive)?.Answer is ConsentAnswer.Refused or ConsentAnswer.Withdrawn;

    /// <summary>Before a step of the casework is asked or done: begins the question for consent that it needs.</summary>
    /// <returns>True when something else comes first; the caller walks anew.</returns>
    internal static bool Comes(Talk talk, Step step)
    {
        if (talk.Pack.Notice is not { } notice || step.Kind is StepKind.Tell or StepKind.Offer || talk.Now.Crisis is not null || talk.Due is not null)
        {
            return false;
        }

        var free = IsFree(talk.Pack, notice, step.Dialog);
        if ((talk.Now.Facts[UnderFourteen]?.Value == "yes" && !notice.Before.Contains(step.Dialog))
            || (Last(talk.Now, Keep)?.Answer == ConsentAnswer.Guardian && (!free || Dialogs.Values.Contains(step.Dialog)) && talk.Frame?.Letter is null))
        {
            ConsentDeeds.Look(talk, Keep, ConsentAnswer.Guardian);
            talk.Start(Child);
            return true;
        }

        if (free || (Looks(talk.Now) && talk.Frame?.Letter is not null))
        {
            return false;
        }

        if (step.Fact is { } fact && talk.Now.Facts[fact] is null && Bars(talk, fact))
        {
            talk.Now = talk.Now with { Facts = talk.Now.Facts.With(fact, Fact.Silence(FactState.Refused)) };
            return true;
        }

        if (Missing(talk, notice, step) is not { } kind)
        {
            return false;
        }

        if (Last(talk.Now, kind) is { Answer: ConsentAnswer.Given })
        {
            talk.Lead(talk.Line("consent.changed"));
        }

        talk.Lead(talk.Line($"consent.before.{kind}"));

        talk.Start(Dialogs[kind]);
        return true;
    }

    /// <summary>Whether consent is what is being asked for: it is clear by itself, and no answer about the case.</summary>
    internal static bool OnTop(Talk talk) => talk.Frame is { } frame && Dialogs.Values.Contains(frame.Dialog);

    /// <summary>In a crisis nobody is asked for consent: the question goes, and comes again when the casework goes on.</summary>
    internal static void StepAside(Talk talk)
    {
        if (talk.Now.Crisis is not null && (OnTop(talk) || talk.Frame?.Dialog == "notice"))
        {
            talk.Leave();
            StepAside(talk);
        }
    }

    /// <summary>Whether a dialog works before, or without, any consent.</summary>
    internal static bool IsFree(Pack pack, Notice notice, string dialog) => dialog == notice.Look || dialog == Child || dialog == "notice"
        || Dialogs.Values.Contains(dialog) || notice.Before.Contains(dialog) || notice.Always.Contains(dialog) || pack.AnyTime.Values.Contains(dialog);

    /// <summary>The dialog below all others.</summary>
    internal static string Base(Talk talk) => Looks(talk) ? talk.Pack.Notice!.Look : talk.Pack.Opening;

    /// <summary>Puts an answer into the ledger, and the fact that conditions read.</summary>
    internal static void Enter(Talk talk, string kind, ConsentAnswer answer, string to = "") =>
        talk.Now = Entered(talk.Now, talk.Pack, new Consent(kind, answer, talk.Pack.Notice?.Version ?? "", talk.Moment.Now.ToDateTimeOffset(), talk.Moment.Channel) { To = to });

    /// <summary>The person was shown what is passed on and to whom, and agreed.</summary>
    internal static Consent? PassOn(Talk talk)
    {
        if (talk.Pack.Notice is null)
        {
            return null;
        }

        Enter(talk, Passing, ConsentAnswer.Given, talk.Line("consent.recipient"));
        return Last(talk.Now, Passing);
    }

    internal static Conversation Entered(Conversation conversation, Pack pack, Consent consent)
    {
        var name = $"consent-{consent.Kind}";
        var facts = pack.Facts.ContainsKey(name) && consent.Answer != ConsentAnswer.Later
            ? conversation.Facts.With(name, Fact.Said("", consent.Answer == ConsentAnswer.Given ? "yes" : "no"))
            : conversation.Facts;
        const int most = 40;
        return conversation with { Facts = facts, Consents = [.. conversation.Consents.TakeLast(most - 1), consent] };
    }

    private static string? Missing(Talk talk, Notice notice, Step step) =>
        Open(talk, notice, Keep) ? Keep
        : notice.Abroad.Contains(talk.Moment.Channel) && Open(talk, notice, Abroad) ? Abroad
        : Open(talk, notice, Sensitive) && Needs(talk, step) ? Sensitive
        : null;

    // Given under an earlier notice counts until the new one is answered. Who wanted nothing kept and now begins the casework is
    // asked once more; who did not want sensitive things kept is not.
    private static bool Open(Talk talk, Notice notice, string kind) => Last(talk.Now, kind) switch
    {
        null => true,
        { Answer: ConsentAnswer.Given } given => given.Notice != notice.Version,
        { Answer: ConsentAnswer.Refused or ConsentAnswer.Withdrawn } => kind != Sensitive,
        _ => false,
    };

    private static bool Needs(Talk talk, Step step) => !Waits(talk.Now)
        && ((step.Fact is { } fact && talk.Pack.Facts[fact].Sensitive) || Unkept.Sensitive(talk).Any() || talk.Now.Case.Evidence.Any(item => item.HasFile));
}
