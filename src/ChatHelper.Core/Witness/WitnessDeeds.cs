using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Witness;

/// <summary>What <c>do: witness …</c> does. The words stand in dialogs/README.md. Nothing here is sent to a witness: the person
/// gets words to hand on, or not.</summary>
internal static class WitnessDeeds
{
    /// <summary>Most invitations that are open at a time.</summary>
    public const int MostOpen = 5;

    /// <summary>Path of the page below the address that people reach us at.</summary>
    public const string Page = "witness";

    private static readonly Duration Kept = Duration.FromDays(7);

    /// <summary>Words after <c>witness</c>.</summary>
    public static IReadOnlyList<string> Known { get; } = ["invite", "revoke", "show", "take", "drop"];

    public static void Do(Talk talk, string word)
    {
        switch (word)
        {
            case "invite":
                Invite(talk);
                break;
            case "revoke":
                Revoke(talk);
                break;
            case "show" when First(talk) is { } waiting:
                Show(talk, waiting);
                break;
            case "take" when First(talk) is { } waiting:
                talk.File(WitnessCase.TakenUp(talk, talk.Now.Case, waiting));
                talk.Effects.Add(new MarkWitness(waiting.Told.No, WitnessState.TakenUp));
                talk.Lead(talk.Line("witness.taken", ("no", $"{waiting.Told.No}")));
                break;
            case "drop" when First(talk) is { } waiting:
                talk.File(WitnessCase.Dropped(talk, talk.Now.Case, waiting));
                talk.Effects.Add(new MarkWitness(waiting.Told.No, WitnessState.NotTakenUp));
                talk.Lead(talk.Line("witness.dropped"));
                break;
            default:
                talk.Lead(talk.Line("witness.gone"));
                break;
        }
    }

    private static WaitingTestimony? First(Talk talk) => talk.Now.Case.Waiting is [var first, ..] ? first : null;

    private static void Invite(Talk talk)
    {
        var now = talk.Moment.Now.ToDateTimeOffset();
        List<Invitation> open = [.. talk.Now.Case.Invitations.Where(one => one.Until > now)];
        if (talk.Moment.Pages is not { } pages || talk.Moment.FreshCode.Length == 0)
        {
            talk.SayText(talk.Line("witness.no-page"));
            return;
        }

        if (open.Count >= MostOpen)
        {
            talk.SayText(talk.Line("witness.enough", ("count", $"{open.Count}")));
            return;
        }

        var until = talk.Moment.Now + Kept;
        var invitation = new Invitation(talk.Now.Case.Last + 1, until.ToDateTimeOffset());
        talk.File(talk.Now.Case with { Last = invitation.No, Invitations = [.. open, invitation] });
        talk.Effects.Add(new InviteWitness(invitation.No, talk.Moment.FreshCode, until));
        Hand(talk, pages, invitation.No, until);
    }

    // The code stands behind the sign that browsers keep to themselves: no server and no log sees it in an address.
    private static void Hand(Talk talk, Uri pages, int no, Instant until)
    {
        var code = WitnessCode.Grouped(talk.Moment.FreshCode);
        var address = new Uri(pages, talk.Now.Language == talk.Pack.Lines.Languages[0] ? Page : $"{Page}?lang={talk.Now.Language}").AbsoluteUri;
        var link = $"{address}#{code}";
        var message = talk.Line(
            "witness.message", ("link", link), ("page", address), ("code", code), ("until", talk.Words.Words(until.InZone(ReminderFacts.Zone(talk)).Date)));
        talk.Add(new Reply(message, ReplyClass.Advice) { Copy = message });
        talk.Add(new Reply(talk.Line("witness.link", ("link", link), ("no", $"{no}")), ReplyClass.Advice) { Copy = link });
    }

    private static void Revoke(Talk talk)
    {
        var open = talk.Now.Case.Invitations;
        talk.File(talk.Now.Case with { Invitations = [] });
        talk.Effects.AddRange(open.Select(one => new MarkWitness(one.No, WitnessState.Revoked)));
        talk.Lead(talk.Line("witness.revoked", ("count", $"{open.Count}")));
    }

    // Whose telephone it is, nobody knows: what is shown is masked.
    private static void Show(Talk talk, WaitingTestimony waiting)
    {
        var told = waiting.Told;
        string Or(string words) => words.Length == 0 ? talk.Line("witness.shown.blank") : Masked.All(words);
        talk.SayText(talk.Line(
            "witness.shown",
            ("relation", Or(told.Relation)),
            ("at", told.At.Length > 0 ? talk.Words.Time(told.At, told.Precision) : Or(told.AtTold)),
            ("caller", Or(talk.Words.Caller(told.Caller))),
            ("words", Or(told.Words)),
            ("picture", waiting.Picture is null ? "" : talk.Line("witness.shown.picture"))));
    }
}
