using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Lines;

namespace ChatHelper.Core.Proof;

/// <summary>The longest that a fact is expected to be in words. Free words count with 200 characters; what a person writes
/// beyond that is cut into further messages by the channel.</summary>
internal sealed class LongestFacts(Pack pack, string language)
{
    private const int FreeWords = 200;
    private readonly FactWords _words = new(pack, language);

    public string Words(string name) => _words.Words(name, Fact.Said("", Value(pack.Facts[name])));

    /// <summary>The card with every fact that can stand on it.</summary>
    public string Card() => string.Join('\n', pack.Facts.Values.Where(fact => fact.OnCard).Select(fact =>
        pack.Lines.Find(language, "card.line")?.Fill(name => name == "label" ? _words.Label(fact.Name) : Words(fact.Name)) ?? ""));

    private string Value(FactDeclaration fact) => fact.Kind switch
    {
        "one" => fact.Choices.MaxBy(choice => _words.Choice(fact.Name, choice).Length) ?? "",
        "many" => string.Join(',', fact.Choices),
        "when" => "2026-11-11T21:00~21:59|2026-11-12T21:00~21:59",
        "amount" => "1234567.89",
        "phone" => "19900000001,19900000002,19900000003",
        "count" => "100~200",
        _ => new string('\u4E00', FreeWords),
    };
}
