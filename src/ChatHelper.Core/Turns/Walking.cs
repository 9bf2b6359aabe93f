using ChatHelper.Core.Consents;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Witness;

namespace ChatHelper.Core.Turns;

/// <summary>Keeps a conversation on the path that its facts select: walks, says and does what lies on the way, sets aside
/// what has left the path, ends dialogs that are done, and asks the step that waits.</summary>
internal static class Walking
{
    // Each call or end of a dialog is one round; a pack proven sound needs a handful.
    private const int MostRounds = 50;

    /// <summary>Walks from the start of the innermost dialog (or from <see cref="Talk.From"/>) and asks where the walk rests.</summary>
    public static void Settle(this Talk talk)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var frame = talk.Frame ?? Frame.Start(Consenting.Base(talk));
            if (talk.Frame is null)
            {
                talk.Now = talk.Now with { Frames = [frame] };
            }

            var walk = talk.Machine.Walk(
                talk.Now.Facts, frame, talk.From ?? talk.Pack.Dialogs[frame.Dialog].Steps[0].Id, talk.AsksNothing);
            talk.From = null;
            if (walk.Passed is [var passed, ..])
            {
                if (Consenting.Comes(talk, passed))
                {
                    continue;
                }

                // A tell or deed may change facts or frames: do the first, remember it, walk again.
                talk.Now = talk.Now with { Frames = [.. talk.Now.Frames.SkipLast(1), frame with { Told = [.. frame.Told, passed.Id] }] };
                Passing.Do(talk, passed);
                if (talk.Now.Mode != Mode.Bot || talk.Now.Crisis is not null || talk.Effects.OfType<Erase>().Any())
                {
                    return;
                }

                continue;
            }

            if (walk.At != Next.End)
            {
                if (Witnessing.Comes(talk) || Consenting.Comes(talk, talk.Pack.Steps[walk.At]))
                {
                    continue;
                }

                talk.Now = talk.Now with { At = walk.At, Unheeded = walk.At == talk.Now.At ? talk.Now.Unheeded : 0 };
                Asking.Ask(talk, talk.Pack.Steps[walk.At]);
                return;
            }

            // A pack's opening rests in a menu and never ends for good. What a first word began alone is followed by it.
            if (talk.Now.Frames.Count == 1 && frame.Dialog == Consenting.Base(talk))
            {
                throw new InvalidOperationException($"the dialog '{frame.Dialog}' ended with nothing below it; 'dialogs prove' reports it");
            }

            talk.Now = talk.Now with { Frames = [.. talk.Now.Frames.SkipLast(1)] };
        }

        throw new InvalidOperationException("the dialogs call each other without rest; 'dialogs prove' names them");
    }

    /// <summary>Starts a dialog on top. A fresh one forgets its own answers of last time.</summary>
    public static void Start(this Talk talk, string dialog)
    {
        var facts = talk.Now.Facts;
        if (talk.Pack.Dialogs[dialog] is { Fresh: true } fresh)
        {
            facts = fresh.Steps.Where(step => step.Fact is not null).Aggregate(facts, (sheet, step) => sheet.Without(step.Fact!));
        }

        // Starting again what is already begun goes back to it instead of piling up.
        var frames = talk.Now.Frames.Where(frame => frame.Dialog != dialog).ToList();
        if (frames.Count == 0 && dialog != Consenting.Base(talk))
        {
            frames.Add(Frame.Start(Consenting.Base(talk)));
        }

        var frame = Frame.Start(dialog);
        talk.Now = talk.Now with { Facts = facts, Frames = [.. frames, frame], Misreads = 0 };

        // A question instead of the letter just wished for needs a word of why.
        if (frame.Letter is not null && talk.Machine.Walk(facts, frame, talk.Pack.Dialogs[dialog].Steps[0].Id, talk.AsksNothing).At is var first
            && first != Next.End && talk.Pack.Steps[first].Kind != StepKind.Confirm)
        {
            talk.Lead(talk.Line("letter.needs"));
        }
    }

    /// <summary>Leaves the innermost dialog without asking anything; the question below it waits again.</summary>
    public static void Leave(this Talk talk)
    {
        talk.Now = talk.Now with { Frames = [.. talk.Now.Frames.SkipLast(1)] };
        talk.Now = talk.Now with
        {
            At = talk.Frame is { } below
                ? talk.Machine.Walk(talk.Now.Facts, below, talk.Pack.Dialogs[below.Dialog].Steps[0].Id, talk.AsksNothing).At
                : "",
        };
    }

    /// <summary>Questions answered on the path of the innermost dialog, in order.</summary>
    public static IReadOnlyList<Step> Asked(this Talk talk) => talk.Frame is { } frame
        ? talk.Machine.Walk(talk.Now.Facts, frame, talk.Pack.Dialogs[frame.Dialog].Steps[0].Id, talk.AsksNothing).Asked
        : [];

    /// <summary>Puts a fact and sets aside what the change took off the path.</summary>
    /// <returns>Names of the facts that were set aside.</returns>
    public static IReadOnlyList<string> Put(this Talk talk, string name, Fact fact)
    {
        var before = talk.Now.Facts[name];
        var wasAsked = before is null || before.Value == fact.Value ? [] : talk.Asked();
        talk.Now = talk.Now with
        {
            Facts = Aging.Told(talk, talk.Now.Facts.With(name, fact), name),
            SetAside = talk.Now.SetAside.Without(name),
            LastChange = new LastChange(name, before),
        };
        return wasAsked.Count == 0 ? [] : SetAside(talk, wasAsked, name);
    }

    private static List<string> SetAside(Talk talk, IReadOnlyList<Step> wasAsked, string changed)
    {
        var frame = talk.Frame!;
        var walk = talk.Machine.Walk(talk.Now.Facts, frame, talk.Pack.Dialogs[frame.Dialog].Steps[0].Id, talk.AsksNothing);
        List<string> left = [];
        foreach (var step in wasAsked)
        {
            if (step.Fact is { } fact && fact != changed && talk.Now.Facts[fact] is { } answer && frame.Letter is null
                && !walk.Asked.Contains(step) && !talk.Pack.Reach.Ahead(walk.At, step.Id))
            {
                talk.Now = talk.Now with { Facts = talk.Now.Facts.Without(fact), SetAside = talk.Now.SetAside.With(fact, answer) };
                left.Add(fact);
            }
        }

        return left;
    }
}
