using ChatHelper.Core.Content;
using ChatHelper.Core.Facts.Reading;
using NodaTime;

namespace ChatHelper.Core.Facts;

/// <summary>Turns real typing into normalised values; the forms are listed at <see cref="Found"/>. Made once per pack from its
/// <c>reading.yaml</c>, free of state, safe for many threads. No text makes a reader throw; text beyond 4,096 UTF-16 units is not read.</summary>
public sealed class Readers
{
    /// <summary>The file of the pack that holds all words.</summary>
    public const string File = "reading.yaml";

    private readonly Vocabulary _vocabulary;

    private Readers(Vocabulary vocabulary) => _vocabulary = vocabulary;

    /// <summary>Reads the words of a pack. Faults are reported (CH0602 to CH0604; pairs of script CH0601); a pack without the file is reported (CH0004) and reads nothing but figures.</summary>
    public static Readers Read(PackSource pack, Diagnostics diagnostics) => Read(pack, Script.Read(pack, diagnostics), diagnostics);

    internal static Readers Read(PackSource pack, Script script, Diagnostics diagnostics)
    {
        var root = pack.Yaml(File, diagnostics);
        if (root is null && !pack.Files.ContainsKey(File))
        {
            diagnostics.Report(Codes.MissingKey, File, 0, $"the pack has no {File}");
        }

        return new Readers(VocabularyReader.Read(root ?? new Node(File, null, diagnostics), script));
    }

    /// <summary>All days and times, in the order of the text. Times are local to the person.</summary>
    /// <param name="text">What the person typed.</param>
    /// <param name="now">The person's local time.</param>
    /// <param name="tense">Which way dates point; words of a deadline in the text win over it.</param>
    public IReadOnlyList<Found> When(string text, LocalDateTime now, Tense tense)
    {
        var scan = Scan(text);
        return Reading.When.Read(scan, Reading.Phones.Read(scan), now, tense);
    }

    /// <summary>All amounts of money in yuan, in the order of the text, never added up. Rates are not amounts.</summary>
    public IReadOnlyList<Found> Amounts(string text)
    {
        var scan = Scan(text);
        return Reading.Amounts.Read(scan, Reading.Phones.Read(scan));
    }

    /// <summary>All phone numbers, hidden callers and beginnings of numbers, in the order of the text.</summary>
    public IReadOnlyList<Found> Phones(string text) => Reading.Phones.Read(Scan(text));

    /// <summary>All counts of calls, messages, people and things, in the order of the text.</summary>
    public IReadOnlyList<Found> Counts(string text) => Reading.Counts.Read(Scan(text));

    /// <summary>All lengths of time in days, in the order of the text; the unit as said stays in <see cref="Found.Raw"/>.
    /// A month counts as 30 days and a year as 365, both <see cref="Precision.About"/>.</summary>
    public IReadOnlyList<Found> Durations(string text) => Reading.Durations.Read(Scan(text));

    /// <summary>The people named by their relation to the speaker, each once, in the order of the text: the group
    /// (family, friend, colleague, boss, client, landlord, school, village, stranger) and the words used, without "my".</summary>
    public IReadOnlyList<(string Group, string Label)> Relations(string text) => Reading.Relations.Read(Scan(text));

    /// <summary>The text without control, zero-width and direction signs or broken characters, with half-width letters and
    /// digits and single spaces, and with misspelt words put right. Names of platforms are left alone.</summary>
    public string Repair(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _vocabulary.Repairs.Apply(Cleaning.Clean(text));
    }

    /// <summary>The repaired text in small half-width letters and the standard script, as words of the pack are written.</summary>
    internal string Folded(string text) => _vocabulary.Repairs.Apply(new string(_vocabulary.Folding.Fold(Cleaning.Clean(text))));

    private Scan Scan(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Scan(text, _vocabulary);
    }
}
