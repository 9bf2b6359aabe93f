using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Consents;

/// <summary>What <c>do: consent …</c> does. The words stand in dialogs/README.md.</summary>
internal static class ConsentDeeds
{
    private const string Safety = "safety";

    /// <summary>Words after <c>consent</c>.</summary>
    public static IReadOnlyList<string> Known { get; } = ["give", "refuse", "later", "withdraw", "read"];

    /// <summary>Whether what follows the word has a meaning.</summary>
    public static bool Fits(Pack pack, string word, string kind) => word == "read" ? pack.Facts.ContainsKey(kind) : Consenting.Kinds.Contains(kind);

    public static void Do(Talk talk, string word, string kind)
    {
        switch (word)
        {
            case "give":
                Give(talk, kind);
                break;
            case "later":
                Consenting.Enter(talk, kind, ConsentAnswer.Later);
                talk.Lead(talk.Line("consent.later"));
                break;
            case "refuse" when kind is Consenting.Keep or Consenting.Abroad:
                Look(talk, kind, ConsentAnswer.Refused);
                talk.Lead(talk.Line("consent.looking"));
                break;
            case "refuse":
                Consenting.Enter(talk, kind, ConsentAnswer.Refused);
                Unkept.DropSensitive(talk);
                break;
            case "withdraw":
                Withdraw(talk, kind);
                break;
            case "read":
                // The notice, then the same question again.
                talk.Now = talk.Now with
                {
                    Facts = talk.Now.Facts.Without(kind),
                    Frames = [.. talk.Now.Frames.SkipLast(1), talk.Frame! with { Told = [] }],
                };
                talk.Start("notice");
                break;
        }
    }

    /// <summary>From here on nothing is kept. A letter that was wished for is still handed out, with blanks.</summary>
    public static void Look(Talk talk, string kind, ConsentAnswer answer)
    {
        if (Consenting.Last(talk.Now, kind)?.Answer != answer || answer != ConsentAnswer.Guardian)
        {
            Consenting.Enter(talk, kind, answer);
        }

        talk.Effects.AddRange(talk.Pack.DueDialogs.Keys.Select(due => new Unschedule(due)));
        Unkept.Strip(talk);
        talk.Now = talk.Now with
        {
            AskNoMore = false, Skips = 0, Offered = [],
            Frames = [Frame.Start(talk.Pack.Notice!.Look), .. talk.Now.Frames.Where(frame => frame.Letter is not null)],
        };
    }

    private static void Give(Talk talk, string kind)
    {
        var looked = Consenting.Looks(talk);
        Consenting.Enter(talk, kind, ConsentAnswer.Given);
        if (kind == Consenting.Sensitive)
        {
            // What was passed over because of the earlier no is open again.
            talk.Now = talk.Now with
            {
                Facts = FactSheet.Of(talk.Now.Facts.Where(pair =>
                    !(pair.Value.State == FactState.Refused && talk.Pack.Facts.GetValueOrDefault(pair.Key)?.Sensitive == true))),
            };
        }

        if (looked && !Consenting.Looks(talk))
        {
            Begin(talk);
        }
    }

    // Who has looked around was greeted and asked about safety then.
    private static void Begin(Talk talk)
    {
        var opening = talk.Pack.Dialogs[talk.Pack.Opening];
        var greeted = Frame.Start(opening.Id) with { Told = [.. opening.Steps.Where(step => !step.Waits).Select(step => step.Id)] };
        talk.Now = talk.Now with { Frames = [greeted, .. talk.Now.Frames.Where(frame => frame.Dialog != talk.Pack.Notice!.Look)] };
        if (talk.Pack.Facts.ContainsKey(Safety) && talk.Now.Facts[Safety] is null)
        {
            talk.Now = talk.Now with { Facts = talk.Now.Facts.With(Safety, Fact.Silence(FactState.NotApplicable)) };
        }
    }

    private static void Withdraw(Talk talk, string kind)
    {
        switch (kind)
        {
            case Consenting.Keep:
                talk.Effects.Add(new EndHandOver());
                talk.Effects.Add(new Forget());
                Look(talk, kind, ConsentAnswer.Withdrawn);
                break;
            case Consenting.Abroad:
                talk.Effects.Add(new Erase());
                talk.Say("consent.gone-abroad");
                Receipt.Say(talk);
                break;
            case Consenting.Passing:
                talk.Effects.Add(new EndHandOver());
                Consenting.Enter(talk, kind, ConsentAnswer.Withdrawn);
                break;
            default:
                Consenting.Enter(talk, kind, ConsentAnswer.Withdrawn);
                Unkept.DropSensitive(talk);
                break;
        }
    }
}
