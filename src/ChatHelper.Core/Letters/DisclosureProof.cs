using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Letters;

/// <summary>What a message of a level may not say (<c>disclosure.yaml</c>): neither read from a fact nor written as a word.</summary>
/// <param name="Level">1 or 2.</param>
/// <param name="Facts">Facts that its texts never read.</param>
/// <param name="Words">Words that no finished text holds.</param>
public sealed record Disclosure(int Level, IReadOnlyList<string> Facts, IReadOnlyList<string> Words)
{
    internal static IReadOnlyList<Disclosure> Read(PackSource source, Diagnostics diagnostics) =>
    [
        .. (source.Files.ContainsKey("disclosure.yaml") ? source.Yaml("disclosure.yaml", diagnostics) : null)?.Items().Select(entry =>
        {
            entry.OnlyKeys("level", "facts", "words");
            return new Disclosure(entry.Required("level") is [var digit] ? digit - '0' : 0, entry.Texts("facts"), entry.Texts("words"));
        }) ?? [],
    ];
}

/// <summary>A message to one's own contacts says no more than its level (CH0330).</summary>
internal static class DisclosureProof
{
    public static void Prove(Pack pack, LetterForm form, Action<string, string, int, string> report)
    {
        foreach (var rule in pack.Disclosures.Where(rule => rule.Level == form.Level))
        {
            foreach (var text in form.Variants.SelectMany(variant => variant.Texts.Values))
            {
                foreach (var mark in text.Own.Where(mark => mark.Words.Any(rule.Facts.Contains)))
                {
                    report(Codes.SaysTooMuch, mark.File, mark.Line, $"'{form.Id}' is of level {rule.Level} and reads '{mark.Words.First(rule.Facts.Contains)}'");
                }
            }
        }
    }

    public static string? TooMuch(Pack pack, LetterForm form, string finished) => pack.Disclosures
        .Where(rule => rule.Level == form.Level)
        .SelectMany(rule => rule.Words)
        .FirstOrDefault(word => finished.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } word
            ? $"it is of level {form.Level} and says '{word}'"
            : null;
}
