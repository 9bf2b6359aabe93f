using System.Buffers;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Faq;

/// <summary>The questions of <c>faq*.yaml</c>. Some answer to patterns, wherever the words stand; the others are searched for by
/// the wordings of <c>asks</c>. Pure, safe for many threads.</summary>
public sealed class FaqBook
{
    private const int MostOffered = 3;
    private const int LongestSearched = 160;
    private const int LongestKeyword = 6;
    private const int ShortestClause = 4;

    // What is likest by far may be less like.
    private const double Sure = 0.5, Possible = 0.3, PossibleKeyword = 0.42, Apart = 0.86, SureAlone = 0.46, FarApart = 0.65, MuchLess = 0.6;

    // How much the likest part of a message counts beside the whole of it.
    private const float Part = 0.65f;
    private static readonly SearchValues<char> Partings = SearchValues.Create(" ,.;:!?~\n\u3001\u3002\uFF0C\uFF1B\uFF1A\uFF01\uFF1F\u2026");

    private readonly QuestionWords _words;
    private readonly Script _script;
    private readonly FaqEntry[] _searched;
    private readonly QuestionIndex _index;

    private FaqBook(IReadOnlyList<FaqEntry> entries, QuestionWords words, Script script)
    {
        (Entries, _words, _script) = (entries, words, script);
        _searched = [.. entries.Where(entry => entry.Asks.Count > 0)];
        _index = new QuestionIndex([.. _searched.Select(entry => (IReadOnlyList<string>)[.. entry.Asks.Select(words.Plain)])]);
    }

    /// <summary>All entries in file order.</summary>
    public IReadOnlyList<FaqEntry> Entries { get; }

    /// <summary>The question of that name that can be searched for and listed; null when there is none.</summary>
    public FaqEntry? Question(string id) => Array.Find(_searched, entry => entry.Id == id);

    /// <summary>The entries whose patterns are heard: one that is said first alone, else the earliest two.</summary>
    public IReadOnlyList<FaqEntry> Heard(string text, FactSheet facts)
    {
        var cut = _script.Standard(text.Length > HeardPattern.LongestText ? text[..HeardPattern.LongestText] : text);
        List<FaqEntry> heard = [];
        foreach (var entry in Entries)
        {
            if (entry.Holds(facts) && entry.Patterns.Any(pattern => pattern.In(cut)))
            {
                if (entry.First)
                {
                    return [entry];
                }

                if (heard.Count < 2)
                {
                    heard.Add(entry);
                }
            }
        }

        return heard;
    }

    /// <summary>Whether a message puts a question, by its mark or by a word that asks.</summary>
    public bool IsQuestion(string text) => _words.Asks(_words.Folded(text));

    /// <summary>What a message says beside the clauses that ask; empty when none asks, or all do.</summary>
    public string Told(string text)
    {
        var clauses = text.Split([' ', ',', '.', ';', '!', '\n', '\u3002', '\uFF0C', '\uFF1B', '\uFF01'], StringSplitOptions.RemoveEmptyEntries);
        var told = Array.FindAll(clauses, clause => !IsQuestion(clause));
        return told.Length == clauses.Length ? "" : string.Join(' ', told);
    }

    /// <summary>Searches for the question behind a message. Questions near to it are named only where it puts one, or is a mere keyword.</summary>
    public FaqFinding Find(string text, FactSheet facts)
    {
        var ranked = Ranked(text, out var asks, out var keyword);
        var least = asks ? Possible : keyword ? PossibleKeyword : SureAlone;
        if (ranked is not [var first, ..] || first.Score < least || !first.Entry.Holds(facts))
        {
            return FaqFinding.Nothing;
        }

        var rival = ranked.Skip(1).Select(one => one.Score).FirstOrDefault();
        return IsSure(first.Score, rival) ? new FaqFinding(first.Entry, [])
            : !asks && !keyword ? FaqFinding.Nothing
            : new FaqFinding(null, [.. ranked.Where(one => one.Score >= Math.Max(least, first.Score * MuchLess) && one.Entry.Holds(facts))
                .Select(one => one.Entry).Take(MostOffered)]);
    }

    private static bool IsSure(double score, double rival) =>
        (score >= Sure && rival < score * Apart) || (score >= SureAlone && rival < score * FarApart);

    /// <summary>The questions like a message, nearest first, each with its likeness from 0 to 1.</summary>
    public IReadOnlyList<(FaqEntry Entry, double Score)> Ranked(string text) => Ranked(text, out _, out _);

    private IReadOnlyList<(FaqEntry Entry, double Score)> Ranked(string text, out bool asks, out bool keyword)
    {
        var folded = _words.Folded(text);
        var plain = _words.Same(folded);
        (asks, keyword) = (_words.Asks(folded), plain.Length <= LongestKeyword);
        if (_searched.Length == 0 || plain.Length == 0)
        {
            return [];
        }

        var (whole, parts) = (ArrayPool<float>.Shared.Rent(_searched.Length), ArrayPool<float>.Shared.Rent(_searched.Length));
        Array.Clear(whole, 0, _searched.Length);
        Array.Clear(parts, 0, _searched.Length);
        Score(plain, whole, parts);
        var ranked = Enumerable.Range(0, _searched.Length).Where(at => parts[at] > 0)
            .Select(at => (_searched[at], (double)((Part * parts[at]) + ((1 - Part) * whole[at]))))
            .OrderByDescending(one => one.Item2).Take(MostOffered + 1).ToList();
        ArrayPool<float>.Shared.Return(whole);
        ArrayPool<float>.Shared.Return(parts);
        return ranked;
    }

    // The whole message, and each clause alone and with the one before it: people tell first and then ask.
    private void Score(string plain, float[] whole, float[] parts)
    {
        var text = plain.AsSpan(Math.Max(0, plain.Length - LongestSearched));
        _index.Score(text, whole);
        whole.AsSpan(0, _searched.Length).CopyTo(parts);
        var (before, start) = (0, 0);
        while (start < text.Length)
        {
            var end = text[start..].IndexOfAny(Partings) is >= 0 and var at ? start + at : text.Length;
            if (end > start && (start > 0 || end < text.Length))
            {
                if (end - start >= ShortestClause)
                {
                    _index.Score(text[start..end], parts);
                }

                _index.Score(text[before..end], parts);
                before = start;
            }

            start = end + 1;
        }
    }

    internal static FaqBook Read(PackSource source, Readers readers, Script script, Diagnostics diagnostics)
    {
        var nodes = source.Paths("faq", ".yaml").SelectMany(path => source.Yaml(path, diagnostics)?.Items() ?? []).ToList();
        var words = QuestionWords.Read(source, readers, diagnostics);
        FaqCheck.Wordings(nodes, words);
        return new FaqBook([.. nodes.Select(entry => Entry(entry, script))], words, script);
    }

    private static FaqEntry Entry(Node entry, Script script)
    {
        entry.OnlyKeys("faq", "hear", "asks", "if", "cite", "first", "deaf", "flag");
        return new FaqEntry(
            entry.Required("faq"),
            [.. entry.Texts("hear").Select(text => HearingReader.Pattern(entry, text, script)).OfType<HeardPattern>()],
            DialogReader.ReadCondition(entry, "if"),
            entry.Texts("cite"),
            entry.Yes("first"),
            entry.Yes("deaf"))
        {
            Asks = entry.Texts("asks"),
            Flag = entry.Yes("flag"),
            File = entry.File,
            Line = entry.Line,
        };
    }
}
