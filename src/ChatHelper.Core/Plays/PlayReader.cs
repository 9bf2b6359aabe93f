using System.Globalization;
using ChatHelper.Core.Content;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Plays;

/// <summary>Reads plays: plain text, one thing a line.</summary>
public static class PlayReader
{
    private static readonly string[] States = ["known", "confirmed", "stated", "unknown", "refused", "not-applicable", "open"];
    private static readonly string[] Modes = ["bot", "human", "paused"];
    private static readonly LocalDateTimePattern Clock = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>All plays of a pack, in the order of their names.</summary>
    public static IReadOnlyList<Play> Read(PackSource source, Diagnostics diagnostics) =>
        [.. source.Paths("", ".play").Select(path => Read(path, source.Files[path], diagnostics))];

    /// <summary>One play. A line that means nothing is reported (CH0006), a day or clock of another shape (CH0002),
    /// a play without its dialogs or its clock (CH0004).</summary>
    public static Play Read(string file, string text, Diagnostics diagnostics)
    {
        List<string> dialogs = [];
        List<PlayLine> lines = [];
        foreach (var (index, raw) in text.Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.StartsWith("dialog:", StringComparison.Ordinal))
            {
                dialogs.AddRange(List(line["dialog:".Length..]));
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                var (read, code, fault) = Line(index + 1, line);
                if (read is not null)
                {
                    lines.Add(read);
                }
                else
                {
                    diagnostics.Report(code, file, index + 1, fault);
                }
            }
        }

        if (dialogs.Count == 0)
        {
            diagnostics.Report(Codes.MissingKey, file, 1, "the play does not say which dialogs it covers: 'dialog: intake'");
        }

        if (!lines.OfType<PlayLine.Sets>().Any())
        {
            diagnostics.Report(Codes.MissingKey, file, 1, "the play does not say when it begins: 'clock 2026-11-18T20:30'");
        }

        return new Play(file[(file.LastIndexOf('/') + 1)..].Replace(".play", "", StringComparison.Ordinal), file, dialogs, lines);
    }

    private static (PlayLine? Line, string Code, string Fault) Line(int number, string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (first, rest) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim());
        PlayLine? read = first switch
        {
            ">" => Does(number, rest),
            "~" => Passed(rest) is { } passed ? new PlayLine.Waits(number, passed) : null,
            "clock" => Clock.Parse(rest) is { Success: true } clock ? new PlayLine.Sets(number, clock.Value) : null,
            "<" or "!" when rest.Length > 0 => new PlayLine.Hears(number, rest, first == "!"),
            "at" when rest.Length > 0 => new PlayLine.StandsAt(number, rest),
            "letter" when rest.Length > 0 => new PlayLine.Receives(number, rest),
            "flagged" when rest.Length > 0 => new PlayLine.Flagged(number, rest),
            "crisis" when rest.Length > 0 => new PlayLine.InCrisis(number, rest),
            "mode" when Modes.Contains(rest) => new PlayLine.InMode(number, rest),
            "desk" when rest is "open" or "closed" => new PlayLine.Desk(number, rest == "open"),
            "page" when rest is "open" or "closed" => new PlayLine.Page(number, rest == "open"),
            "consent" when rest == "given" => new PlayLine.Agrees(number),
            "channel" when rest.Length > 0 => new PlayLine.On(number, rest),
            "witness" when rest == "leaves" => new PlayLine.WitnessLeaves(number),
            "witness" when rest.Split('|', StringSplitOptions.TrimEntries) is { Length: 4 or 5 } told => new PlayLine.Witness(number, told),
            "fact" => Fact(number, rest),
            "volunteer" => Volunteer(number, rest),
            _ => null,
        };
        return first is "~" or "clock"
            ? (read, Codes.WrongShape, $"'{line}' is no time: 'clock 2026-11-18T20:30' or '~ +3d', '~ +2h', '~ +30m'")
            : (read, Codes.UnknownWord, $"'{line}' means nothing in a play");
    }

    private static PlayLine? Does(int number, string words)
    {
        if (words is ['[', .. var inside, ']'])
        {
            return List(inside) is { Count: > 0 } choices ? new PlayLine.Presses(number, choices) : null;
        }

        if (!words.StartsWith("(file ", StringComparison.Ordinal))
        {
            return words.Length == 0 ? null : new PlayLine.Types(number, words.Replace("\\n", "\n", StringComparison.Ordinal));
        }

        var end = words.IndexOf(')', StringComparison.Ordinal);
        return end > 0 && words["(file ".Length..end].Split(' ', 2) is [var kind, var name]
            ? new PlayLine.Sends(number, kind, name, words[(end + 1)..].Trim())
            : null;
    }

    private static PlayLine? Fact(int number, string words)
    {
        if (words.Split('=', 2) is [var name, var value])
        {
            return new PlayLine.FactEquals(number, name.Trim(), value.Trim());
        }

        return words.Split(' ') is [var fact, "is", var state] && States.Contains(state) ? new PlayLine.FactIs(number, fact, state) : null;
    }

    private static PlayLine? Volunteer(int number, string words)
    {
        if (words == "leaves")
        {
            return new PlayLine.Leaves(number);
        }

        var colon = words.IndexOfAny([':', '\uFF1A']);
        return colon > 0 ? new PlayLine.Volunteers(number, words[..colon].Trim(), words[(colon + 1)..].Trim())
            : words.EndsWith(" comes", StringComparison.Ordinal) ? new PlayLine.Volunteers(number, words[..^" comes".Length], "")
            : null;
    }

    private static Duration? Passed(string words)
    {
        if (words is not ['+', .. var digits, var unit and ('d' or 'h' or 'm')]
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 100_000)
        {
            return null;
        }

        return unit switch { 'd' => Duration.FromDays(count), 'h' => Duration.FromHours(count), _ => Duration.FromMinutes(count) };
    }

    private static List<string> List(string words) =>
        [.. words.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
