using System.Globalization;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Turns;

/// <summary>Danger comes before everything else: before commands, before the dialog, before the law.</summary>
internal static class CrisisTaking
{
    private const int NightEnds = 5;
    private const string AgeGroup = "age-group";
    private const string Minor = "minor";
    private const string Safety = "safety";
    private const string Pace = "pace";
    private const string Short = "short";
    private const string Human = "human"; // the command
    private const string CallHuman = "crisis.choice.human";

    /// <summary>Answers a text that shows or continues a crisis.</summary>
    /// <param name="command">What the whole text is, if it is one.</param>
    /// <returns>True when nothing else may be said in this turn.</returns>
    public static bool Take(Talk talk, string text, Command? command)
    {
        if (talk.Now.Crisis is not null && int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= talk.Now.Offered.Count)
        {
            return Pick(talk, talk.Now.Offered[number - 1]);
        }

        if (talk.Now.Crisis is not null && command?.Id == CommandTaking.EraseNow)
        {
            return false;
        }

        var sign = talk.Pack.Crisis.Lexicon.Detect(text);
        if (talk.Now.Crisis?.Tier == Tier.Leaving && sign.Tier == Tier.None && command is not null)
        {
            LetGo(talk);
        }

        if (talk.Now.Facts[AgeGroup]?.Value == Minor)
        {
            sign = sign with { AgeCue = true };
        }
        else if (sign.AgeCue)
        {
            KnowMinor(talk);
        }

        if (talk.Now.Crisis is null && sign.Tier == Tier.None)
        {
            return false;
        }

        // Erasing stays possible in a crisis, and a human is called at once; everything else waits.
        if (talk.Now.Crisis is not null && sign.Tier == Tier.None)
        {
            switch (command?.Id)
            {
                case "erase":
                    return false;
                case Human:
                    return Pick(talk, CallHuman);
            }
        }

        var night = talk.Local.Hour < NightEnds;
        var care = talk.Now.Crisis is { } state
            ? talk.Pack.Crisis.Rules.Continue(state, text, sign, talk.Moment.VolunteersOnDuty, night)
            : talk.Pack.Crisis.Rules.Open(sign, night);

        // What a light sign, or the word that ends a crisis, tells of the case is kept in silence; in its depth nothing is.
        if (care.ReturnsToDialog || (care.BlocksDialog && sign.Tier is Tier.AskOnce or Tier.Quoted))
        {
            Answers.KeepSilently(talk, talk.Pack.Hearing.Hear(text, talk.Local, talk.Now.Facts));
        }

        return Give(talk, care);
    }

    /// <summary>Whoever spoke of dying here and leaves is asked once how they are. Their talk rests whatever they answer, unless the thought is still there.</summary>
    public static void Leave(Talk talk)
    {
        if (talk.Now.AsksAtLeaving)
        {
            talk.Now = talk.Now with { AsksAtLeaving = false };
            Open(talk, Tier.Leaving);
        }
    }

    /// <summary>A button pressed while a crisis lasts.</summary>
    public static bool Press(Talk talk, Pressed pressed)
    {
        if (talk.Now.Crisis!.Tier == Tier.Leaving && !pressed.Choices.Any(talk.Now.Offered.Contains))
        {
            LetGo(talk);
            return false;
        }

        return Pick(talk, pressed.Choices is [var one] ? one == Human ? CallHuman : one : "");
    }

    /// <summary>A human was there and has gone: how they are now comes before the case.</summary>
    /// <returns>False: no crisis lasts.</returns>
    public static bool HumanLeft(Talk talk) => talk.Now.Crisis is { } state
        && Give(talk, talk.Pack.Crisis.Rules.AfterHuman(state, talk.Now.Facts[AgeGroup]?.Value == Minor));

    // Whoever was asked at leaving and does something else has gone on.
    private static void LetGo(Talk talk) => talk.Now = talk.Now with { Crisis = null, Offered = [] };

    private static bool Pick(Talk talk, string choice)
    {
        var care = talk.Pack.Crisis.Rules.Continue(talk.Now.Crisis!, choice, new Sign(Tier.None, talk.Now.Facts[AgeGroup]?.Value == Minor), talk.Moment.VolunteersOnDuty, talk.Local.Hour < NightEnds);
        return Give(talk, care);
    }

    /// <summary>Danger told by picking a choice: the same care as for danger told in words.</summary>
    public static void Open(Talk talk, Tier tier) =>
        Give(talk, talk.Pack.Crisis.Rules.Open(new Sign(tier, AgeCue: false), talk.Local.Hour < NightEnds));

    private static bool Give(Talk talk, Care care)
    {
        var from = talk.Now.Crisis?.Tier;
        talk.Now = talk.Now with { Crisis = care.Next, Offered = care.Next is null ? [] : care.Choices, Misreads = 0 };
        Consenting.StepAside(talk);
        if (care.FlagMinor)
        {
            KnowMinor(talk);
        }

        if (care.PageVolunteer)
        {
            talk.Effects.Add(new HandOver(talk.Line("crisis.page"), $"{care.Next?.Tier}"));
        }

        // One message: a frightened person reads one thing, not four.
        var text = string.Join('\n', care.Lines.Select(line => talk.Line(line)));
        if (text.Length > 0)
        {
            talk.Add(new Reply(text, ReplyClass.Advice)
            {
                Choices = [.. care.Choices.Select(choice => new ShownChoice(choice, talk.Line(choice)))],
                Step = Reply.CrisisStep,
                Version = talk.Now.Version,
            });
        }

        if (care.ReturnsToDialog && from != Tier.Leaving)
        {
            if (from is Tier.R2 or Tier.R3)
            {
                talk.Wake();
                talk.Now = talk.Now with { AsksAtLeaving = true };
                Know(talk, Pace, Fact.Said("", Short)); // less is asked of them from here on
            }

            // Who has just said to be safe is not asked again whether anybody is in danger.
            Know(talk, Safety, Fact.Silence(FactState.NotApplicable));
            talk.Settle();
        }

        return care.BlocksDialog || care.ReturnsToDialog;
    }

    // Whoever may be under 18 is asked less from here on.
    private static void KnowMinor(Talk talk) => Know(talk, AgeGroup, Fact.Said("", Minor));

    private static void Know(Talk talk, string name, Fact fact)
    {
        if (talk.Pack.Facts.ContainsKey(name) && talk.Now.Facts[name] is null)
        {
            talk.Put(name, fact);
        }
    }
}
