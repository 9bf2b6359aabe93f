using System.Text;
using ChatHelper.Core.Channels;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Law;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Proof;

/// <summary>Texts fit the channels (CH0203, <c>channels.yaml</c>): with the longest facts and the card where a message is long; where
/// choices stand below the text as numbered lines, with these (there a longer card goes on to the next page); 64 bytes behind a button.</summary>
internal sealed class SizeProof
{
    private const int ButtonBytes = 64;

    // Version (ten digits), dot, code of the step, dot: contracts of buttons.
    private const int ButtonHead = 10 + 1 + 8 + 1;

    private static readonly string s_longestAddress = new('x', 80);
    private readonly Pack _pack;
    private readonly string _language;
    private readonly LongestFacts _longest;
    private readonly Diagnostics _diagnostics;

    private SizeProof(Pack pack, string language, Diagnostics diagnostics) =>
        (_pack, _language, _longest, _diagnostics) = (pack, language, new LongestFacts(pack, language), diagnostics);

    public static void Prove(Pack pack, Diagnostics diagnostics)
    {
        foreach (var language in pack.Lines.Languages)
        {
            new SizeProof(pack, language, diagnostics).Prove();
        }

        foreach (var step in pack.Steps.Values)
        {
            foreach (var choice in step.Choices.Where(choice => ButtonHead + Encoding.UTF8.GetByteCount(choice.Id) > ButtonBytes))
            {
                diagnostics.Report(Codes.TooLong, step.File, step.Line, $"the choice id '{choice.Id}' does not fit behind a button ({ButtonBytes - ButtonHead} bytes)");
            }
        }
    }

    private void Prove()
    {
        var cited = Cited();
        foreach (var id in _pack.Lines.Ids(_language).Where(id => !id.EndsWith(".words", StringComparison.Ordinal)))
        {
            var wording = _pack.Lines.Own(_language, id)!;
            var step = _pack.Steps.GetValueOrDefault(id);
            var below = (step is null ? "" : Choices(step)) + cited.GetValueOrDefault(id, "");
            var paged = Filled(wording, card: "") + below;
            var whole = Filled(wording, _longest.Card()) + (step?.Kind == StepKind.Confirm ? _longest.Card() : "");
            foreach (var traits in _pack.Channels.All.Where(traits => traits.Longest is not null).DistinctBy(traits => traits.Channel))
            {
                var length = traits.Length(traits.Numbers ? paged : whole);
                if (length > traits.Longest)
                {
                    Report(wording, $"'{id}' takes {length} {(traits.Unit == LengthUnit.Bytes ? "bytes" : "characters")} on {traits.Channel}, where a message holds {traits.Longest}");
                }
            }
        }
    }

    private string Filled(Wording wording, string card) => wording.Fill(name =>
        _pack.Facts.ContainsKey(name) ? _longest.Words(name)
        : name is "card" or "summary" ? card
        : PageLinks.Names.Contains(name) ? s_longestAddress
        : _pack.Number(name) ?? "");

    private string Choices(Step step) =>
        string.Concat(step.Choices.Select((choice, index) => $"\n{index + 1} {ChoiceText(step, choice.Id)}"));

    private string ChoiceText(Step step, string choice)
    {
        var words = new FactWords(_pack, _language);
        return words.Line(words.LineOf(step, choice));
    }

    // Under a short answer stand all citations that it can ever carry.
    private Dictionary<string, string> Cited()
    {
        var words = new FactWords(_pack, _language);
        return _pack.Faq.Entries.DistinctBy(entry => entry.Id, StringComparer.Ordinal).ToDictionary(
            entry => $"faq.{entry.Id}",
            entry => string.Concat(Citations(entry.Points).Select(citation => $"\n{words.Citation(citation)}")),
            StringComparer.Ordinal);
    }

    private IEnumerable<Citation> Citations(IReadOnlyList<string> points) => _pack.Law.PointList
        .Where(point => points.Contains(point.Id))
        .SelectMany(point => point.Strands)
        .SelectMany(strand => strand.Citations)
        .Distinct();

    private void Report(Wording wording, string message) => _diagnostics.Report(Codes.TooLong, wording.File, wording.Line, message);
}
