using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Turns;

/// <summary>What a person's words say of an item: kept as they are, with what can be read in them.</summary>
internal static class EvidenceWords
{
    private const int Longest = 300;
    private const string ActFact = "what-they-did";

    /// <summary>The item with these words; without any as it was.</summary>
    public static EvidenceItem Told(Talk talk, string words, EvidenceItem item)
    {
        var text = talk.Pack.Readers.Repair(words.Length > Longest ? words[..Longest] : words).Trim();
        if (text.Length == 0)
        {
            return item;
        }

        var day = talk.Pack.Readers.When(text, talk.Local, Tense.Past) is [{ Precision: not Precision.Ask } when, ..] ? when.Value : "";
        return item with
        {
            Label = text,
            ClaimedAt = day.Length > 0 ? day : item.ClaimedAt,
            Kind = item.Kind.Length > 0 ? item.Kind : Only(talk, EvidenceRules.KindFact, text),
            Act = Only(talk, ActFact, text) is { Length: > 0 } act ? act : item.Act,
        };
    }

    /// <summary>One item in one line: number, kind, what it is, masked.</summary>
    public static string Line(Talk talk, EvidenceItem item) => talk.Line(item.HasFile ? "evidence.line" : "evidence.line.held",
        ("no", $"{item.No}"),
        ("kind", item.Kind.Length > 0 ? talk.Words.Choice(EvidenceRules.KindFact, item.Kind) : talk.Line("row.blank")),
        ("what", Masked.All(Short(item.Label.Length > 0 ? item.Label : item.HasFile ? item.Name : item.Holder))),
        ("size", talk.Words.Size(item.Size)));

    // The one choice of a fact that these words stand for, as at the question that asks for it; two are as good as none.
    private static string Only(Talk talk, string fact, string text) =>
        talk.Pack.Owners.TryGetValue(fact, out var step) && text.Any(char.IsLetter)
        && new AnswerReader(talk.Pack, talk.Now.Language).Read(step, talk.Now.Facts, text, talk.Local) is Answer.Given { Fact.Entries: [var only] }
        && only != "none" ? only : "";

    private static string Short(string text)
    {
        const int most = 24;
        return text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}\u2026";
    }
}
