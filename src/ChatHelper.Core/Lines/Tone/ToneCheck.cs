using System.Text.RegularExpressions;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Lines.Tone;

/// <summary>Holds every line and every letter of a pack against the rules of its language (CH0212 to CH0228).</summary>
internal sealed partial class ToneCheck
{
    private readonly Pack _pack;
    private readonly ToneBook _book;
    private readonly Diagnostics _diagnostics;
    private readonly ILookup<string, ToneException> _exceptions;
    private readonly HashSet<ToneException> _used = [];

    private ToneCheck(Pack pack, ToneBook book, Diagnostics diagnostics)
    {
        (_pack, _book, _diagnostics) = (pack, book, diagnostics);
        _exceptions = book.Exceptions.ToLookup(exception => exception.Line, StringComparer.Ordinal);
    }

    /// <summary>Reads the rules and checks the languages that the pack speaks; rules of others are only read.</summary>
    public static void Check(PackSource source, Pack pack, Diagnostics diagnostics)
    {
        foreach (var book in ToneReader.Read(source, diagnostics).Where(book => pack.Lines.Languages.Contains(book.Language)))
        {
            var check = new ToneCheck(pack, book, diagnostics);
            check.Lines();
            check.Letters(source);
            check.Unused();
        }
    }

    private void Lines()
    {
        // What stands for a choice is what people say, not what they read.
        foreach (var id in _pack.Lines.Ids(_book.Language).Where(id => !id.EndsWith(".words", StringComparison.Ordinal)))
        {
            var wording = _pack.Lines.Own(_book.Language, id)!;
            Report(id, _book.Faults(wording.Text, Speaking(id)), wording.File, wording.Line);
        }
    }

    private Speaking Speaking(string id) =>
        _pack.Crisis.LineIds.Contains(id) ? Tone.Speaking.Crisis
        : _pack.Steps.TryGetValue(id, out var step) && step.Waits ? Tone.Speaking.Ask
        : Tone.Speaking.Tell;

    private void Letters(PackSource source)
    {
        foreach (var path in source.Paths("letters/", $".{_book.Language}.txt"))
        {
            var lines = source.Files[path].Split('\n');
            for (var at = 0; at < lines.Length; at++)
            {
                Report(path, _book.Faults(Mark().Replace(lines[at], ""), Tone.Speaking.Letter), path, at + 1);
            }
        }
    }

    private void Report(string text, IReadOnlyList<ToneFault> faults, string file, int line)
    {
        foreach (var fault in faults)
        {
            if (_exceptions[text].FirstOrDefault(exception => exception.Rule == fault.Rule) is { } exception)
            {
                _used.Add(exception);
            }
            else
            {
                _diagnostics.Report(fault.Code, file, line, $"'{text}' {fault.Message}");
            }
        }
    }

    private void Unused()
    {
        foreach (var exception in _book.Exceptions.Where(exception => !_used.Contains(exception)))
        {
            _diagnostics.Report(Codes.ToneExceptionUnused, exception.File, exception.At, $"'{exception.Line}' needs no exception from '{exception.Rule}'");
        }
    }

    [GeneratedRegex(@"\{\{\{?[^{}]*\}\}\}?", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
