using ChatHelper.Core.Content;
using ChatHelper.Core.Facts;
using NodaTime;

namespace ChatHelper.Core.Tests.Facts;

/// The pack's readers and the clock of the cases.
internal static class China
{
    public static readonly LocalDateTime Now = new(2026, 11, 18, 20, 30);

    public static readonly string Words = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Facts", "reading.yaml"));

    private static readonly string Variants = File.ReadAllText(Path.Combine(PackFiles.Root, "dialogs", "china", Script.File));

    public static readonly Readers Readers = Read(Words, out _);

    public static Readers Read(string yaml, out Diagnostics diagnostics)
    {
        diagnostics = new Diagnostics();
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { [Readers.File] = yaml, [Script.File] = Variants };
        return Readers.Read(new PackSource("china", files), diagnostics);
    }

    public static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Facts", file)).Skip(1).Select(line => line.Split('\t'));

    public static IReadOnlyList<Found> Of(string kind, string text) => kind switch
    {
        "when" or "date" => Readers.When(text, Now, Tense.Unsure),
        "amount" => Readers.Amounts(text),
        "phone" => Readers.Phones(text),
        "count" => Readers.Counts(text),
        "duration" => Readers.Durations(text),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such reader"),
    };
}
