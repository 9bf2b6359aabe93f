using System.Collections.Frozen;
using ChatHelper.Core.Content;
using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Turns;

/// <summary>A command understood.</summary>
/// <param name="Id">Such as <c>skip</c>, <c>back</c>, <c>language</c>.</param>
/// <param name="Rest">What followed it (the new value of a correction, the tag of a language); empty for most.</param>
public sealed record Command(string Id, string Rest);

/// <summary>The words that interrupt (<c>commands.yaml</c> and <c>commands.topic.yaml</c>). Only a message that is exactly such a word, apart from case,
/// spaces and closing punctuation, or that a pattern covers from end to end, is a command; the same word inside an answer is part of the answer.</summary>
public sealed class CommandBook
{
    private readonly FrozenDictionary<string, Command> _words;
    private readonly IReadOnlyList<(string Start, string Id)> _starts;
    private readonly IReadOnlyList<(HeardPattern Whole, Command Command)> _patterns;

    private readonly Script _script;

    private CommandBook(
        FrozenDictionary<string, Command> words, IReadOnlyList<(string, string)> starts, IReadOnlyList<(HeardPattern, Command)> patterns, Script script) =>
        (_words, _starts, _patterns, _script, Ids) = (words, starts, patterns, script, [.. words.Values.Select(command => command.Id)
            .Concat(starts.Select(start => start.Item2)).Concat(patterns.Select(pattern => pattern.Item2.Id)).Distinct(StringComparer.Ordinal)]);

    /// <summary>Ids of all commands that have words.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The command that the whole text is, or null.</summary>
    public Command? Match(string text)
    {
        if (text.Length > 40)
        {
            return null;
        }

        var typed = Bare(text);
        var word = Plain(typed, _script);
        if (_words.TryGetValue(word, out var command))
        {
            return command;
        }

        foreach (var (start, id) in _starts)
        {
            if (word.StartsWith(start, StringComparison.Ordinal))
            {
                return new Command(id, typed[start.Length..].TrimStart(' ', ',', '\uFF0C', ':', '\uFF1A'));
            }
        }

        return _patterns.FirstOrDefault(pattern => pattern.Whole.In(word)).Command;
    }

    internal static CommandBook Read(PackSource source, Script script, Diagnostics diagnostics)
    {
        var words = new Dictionary<string, Command>(StringComparer.Ordinal);
        List<(string, string)> starts = [];
        List<(HeardPattern, Command)> patterns = [];
        foreach (var entry in source.Paths("commands", ".yaml").SelectMany(path => source.Yaml(path, diagnostics)?.Items() ?? []))
        {
            entry.OnlyKeys("command", "rest", "words", "starts", "hear");
            var command = new Command(entry.Required("command"), entry.Text("rest") ?? "");
            foreach (var word in entry.Texts("words"))
            {
                if (!words.TryAdd(Plain(word, script), command) && words[Plain(word, script)] != command)
                {
                    entry.Report(Codes.Duplicate, $"the word '{word}' stands under two commands");
                }
            }

            starts.AddRange(entry.Texts("starts").Select(start => (Plain(start, script), command.Id)));
            patterns.AddRange(HearingReader.Patterns(entry, entry.Texts("hear").Select(pattern => $"^(?:{pattern})$"), script).Select(whole => (whole, command)));
        }

        return new CommandBook(
            words.ToFrozenDictionary(StringComparer.Ordinal),
            [.. starts.OrderByDescending(start => start.Item1.Length)],
            patterns,
            script);
    }

    private static string Bare(string text) => text.Trim().TrimEnd('.', '!', '?', '~', '\u3002', '\uFF01', '\uFF1F', '\u2026');

    private static string Plain(string text, Script script) => script.Standard(Bare(text).ToLowerInvariant());
}
