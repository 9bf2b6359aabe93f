using System.Text.RegularExpressions;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Tests.Walking;

/// <summary>What holds of every turn, whatever anybody does.</summary>
internal sealed partial class Rules(Pack pack)
{
    private const int TelegramCharacters = 4096;
    private const int FirstLines = 6;
    private const int LongestFree = 200;

    private readonly LetterRules _letters = new(pack);
    private readonly HashSet<string> _forgotten =
    [
        .. pack.Dialogs.Values.Where(dialog => dialog.Fresh).SelectMany(dialog => dialog.Steps).Select(step => step.Fact).OfType<string>(),
        .. pack.Steps.Values.Where(step => step is { Kind: StepKind.Do, Word: not null } && step.Word.StartsWith("forget ", StringComparison.Ordinal)).Select(step => step.Word!["forget ".Length..]),
        .. Core.Casework.CaseFacts.Names,
    ];

    /// <summary>What is wrong with the turn, in words.</summary>
    public IEnumerable<string> Broken(Pace pace)
    {
        var (before, incoming, _, turn, standing) = pace;
        if (turn.Replies.Count == 0 && !MaySayNothing(pace))
        {
            yield return $"nothing is said ({before.Mode}, {before.Crisis?.Tier}, then {turn.Next.Mode} at '{turn.Next.At}')";
        }

        foreach (var fault in Consents(pace))
        {
            yield return fault;
        }

        var erased = turn.Effects.OfType<Erase>().Any();
        if (turn.Next is { Mode: Mode.Bot, Crisis: null } && !erased && incoming is not (Expired or WentAway or FellDue { Kind: Unkept.Due }) && (before.At.Length > 0 || turn.Next.At.Length > 0)
            && (standing is null || (standing.Choices.Count == 0 && pack.Steps[turn.Next.At].Picks)))
        {
            yield return $"a dead end at '{turn.Next.At}'";
        }

        if (before is { Version: 0, At.Length: 0, Frames.Count: 0 } && incoming is Said said && pack.Faq.Ranked(said.Text).All(one => one.Score < 0.5) && pack.Commands.Match(said.Text) is null && turn.Replies is [var first, ..] && first.Text.Count(sign => sign == '\n') >= FirstLines && turn.Next.Crisis is null && turn.Next.Given.Count == 0)
        {
            yield return $"the first reply has {first.Text.Count(sign => sign == '\n') + 1} lines: {first.Text.ReplaceLineEndings(" / ")}";
        }

        if (turn.Replies.Count(reply => reply.Class == ReplyClass.Question) > 1)
        {
            yield return "two questions at once";
        }

        // What a person writes beyond that is cut into further messages by the channel.
        var wordy = turn.Next.Facts.Any(pair => pair.Value.Value.Length > LongestFree);
        foreach (var fault in turn.Replies.SelectMany(reply => Broken(reply, wordy)).Concat(_letters.Broken(turn, pace.Moment)).Concat(erased || incoming is Expired or FellDue { Kind: Unkept.Due } || Consenting.Looks(turn.Next) ? [] : Lost(before, turn.Next)))
        {
            yield return fault;
        }
    }

    // What nobody agreed to is not there after the turn, and nobody in danger is asked.
    private IEnumerable<string> Consents(Pace pace)
    {
        var next = pace.Turn.Next;
        if (Consenting.Looks(next) && !pace.Turn.Effects.OfType<Erase>().Any())
        {
            foreach (var pair in next.Facts.Where(pair => pack.Facts[pair.Key] is { OnCard: true } or { PassedOn: true } or { Sensitive: true } && !(pair.Key == "age-group" && next.Crisis is not null)))
            {
                yield return $"'{pair.Key}' is held for somebody who wants nothing kept";
            }

            if (next.Case != Core.Casework.CaseFile.Empty || next.SetAside.Count > 0 || next.LastChange is not null)
            {
                yield return "something of the case is held for somebody who wants nothing kept";
            }
        }

        if (Consenting.Waits(next) && next.UnkeptUntil is null && next.Facts.Any(pair => pack.Facts[pair.Key].OnCard) && !pace.Turn.Effects.OfType<Erase>().Any())
        {
            yield return "what was told waits without end";
        }

        if (next.Crisis is not null && next.At.StartsWith("consent", StringComparison.Ordinal) && pace.Turn.Replies.Any(reply => reply.Step == next.At))
        {
            yield return "somebody in danger is asked for consent";
        }
    }

    // A volunteer speaks, a reminder waits, or a talk is over.
    private static bool MaySayNothing(Pace pace) => pace.Before.Mode == Mode.Human || pace.Turn.Next.Mode == Mode.Human
        || pace.Incoming is Expired or WentAway or FellDue or VolunteerLeft or VolunteerCame or VolunteerSaid
        || pace.Turn.Effects.OfType<TellDesk>().Any();

    private static IEnumerable<string> Broken(Reply reply, bool wordy)
    {
        foreach (var text in reply.Choices.Select(choice => choice.Text).Prepend(reply.Text))
        {
            var ours = text.Contains(Words.Hostile, StringComparison.Ordinal) ? text.Replace($"{{{{{Words.Hostile}}}}}", "", StringComparison.Ordinal).Replace($"{{{Words.Hostile}.line}}", "", StringComparison.Ordinal) : text;
            if (Unfilled().Match(ours) is { Success: true } hole)
            {
                yield return $"'{hole.Value}' is not filled in: {Short(text)}";
            }

            if (LineId().IsMatch(text))
            {
                yield return $"a line id is shown: {Short(text)}";
            }

            if (text.Trim().Length == 0)
            {
                yield return "an empty text";
            }
        }

        // Documents are longer in their files; what stands in the chat is one message.
        if (reply.Text.Length > TelegramCharacters && !wordy)
        {
            yield return $"{reply.Text.Length} characters in one message: {Short(reply.Text)}";
        }
    }

    private IEnumerable<string> Lost(Conversation before, Conversation after) =>
        from pair in before.Facts
        where pair.Value.IsKnown && after.Facts[pair.Key] is null && after.SetAside[pair.Key] is null && !_forgotten.Contains(pair.Key) && pack.Facts[pair.Key].OnCard
            && after.LastChange?.Fact != pair.Key && !(pack.Facts[pair.Key].Sensitive && Consenting.Last(after, Consenting.Sensitive) is { Answer: not ConsentAnswer.Given })
        select $"'{pair.Key}' is lost";

    private static string Short(string text) => text.Length > 60 ? text[..60] : text;

    // What a person types in braces is theirs; ours are lower-case names.
    [GeneratedRegex(@"\{\{|\}\}|\{[a-z][a-z0-9.-]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Unfilled();

    [GeneratedRegex(@"^[a-z][a-z-]*(\.[a-z][a-z0-9-]*)+(/[a-z0-9-]+)?$", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex LineId();
}
