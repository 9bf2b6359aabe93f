using System.Globalization;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Lines;
using NodaTime;

namespace ChatHelper.Core.Turns;

/// <summary>Understands free words at a step: a number, the text of a choice or a word that stands for it, or a typed value.</summary>
internal sealed class AnswerReader(Pack pack, string language)
{
    /// <summary>Whether the whole text is what stands on a choice, in any language.</summary>
    public bool IsTextOf(Step step, string choice, string text) =>
        Wordings(new FactWords(pack, language).LineOf(step, choice)).Contains(pack.Script.Standard(text.Trim()), StringComparer.Ordinal);

    /// <summary>What the words mean at this step, commands apart.</summary>
    /// <param name="alone">The words said nothing else: then a choice may also be picked by a word that stands for it.</param>
    public Answer Read(Step step, FactSheet facts, string text, LocalDateTime now, bool alone = true) => step.Kind switch
    {
        StepKind.Menu or StepKind.Confirm or StepKind.One or StepKind.Many => Choose(step, facts, text, alone),
        _ when IsNothing(step, text) => new Answer.Given(Fact.Silence(FactState.Unknown)),
        StepKind.When => First(pack.Readers.When(text, now, pack.Facts[step.Fact!].Ahead ? Tense.Deadline : Tense.Past)),
        StepKind.Amount => First(pack.Readers.Amounts(text) is { Count: > 0 } told ? told : pack.Readers.Amounts(OnlyNumber(text))),
        StepKind.Count => First([.. pack.Readers.Durations(text), .. pack.Readers.Counts(text)]),
        StepKind.Phone => All(text, pack.Readers.Phones(text)),
        StepKind.Text when Choose(step, facts, text, alone: false) is Answer.Given picked => picked,
        StepKind.Text => text.Trim() is { Length: > 0 } words ? new Answer.Given(Fact.Said(words, Kept(step, words))) : new Answer.NotUnderstood(),
        _ => new Answer.NotUnderstood(),
    };

    // "800 a month": asked for money, a single number is money without saying so.
    private static string OnlyNumber(string text)
    {
        var runs = text.Split([.. text.Where(sign => !char.IsAsciiDigit(sign) && sign != '.').Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return runs is [{ Length: <= 8 } only] ? only : "";
    }

    // A list keeps its entries apart by commas; everything else keeps the person's words.
    private string Kept(Step step, string words) => pack.Facts[step.Fact!].Kind == "list"
        ? string.Join(',', words.Split(words.Any(sign => sign > '\u2E7F') ? Partings : LatinPartings, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        : words;

    private static readonly string[] LatinPartings = [",", "/", " and ", " & ", "\n"];
    private static readonly string[] Partings = [.. LatinPartings, "\u3001", "\uFF0C", " ", "\u548C"];

    private Answer Choose(Step step, FactSheet facts, string text, bool alone)
    {
        var shown = step.Shown(facts).ToList();
        var picked = Numbers(text, shown) ?? ByText(step, shown, text, alone);
        return picked switch
        {
            [] => new Answer.NotUnderstood(),
            _ when step.Kind is StepKind.Menu or StepKind.Confirm => picked.Count == 1 ? new Answer.Chosen(picked[0]) : new Answer.NotUnderstood(),
            _ when step.Kind is StepKind.One or StepKind.Text && picked.Count > 1 => new Answer.NotUnderstood(),
            _ => new Answer.Given(Fact.Said(text.Trim(), string.Join(',', picked.Select(choice => choice.Id)))),
        };
    }

    // "1", "1 3", "1,3" and the like; null when the text is not numbers of shown choices.
    private static List<Choice>? Numbers(string text, List<Choice> shown)
    {
        List<Choice> picked = [];
        foreach (var word in text.Split([' ', ',', '.', '\u3001', '\uFF0C', '\u3002', '\u548C', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > shown.Count)
            {
                return null;
            }

            picked.Add(shown[number - 1]);
        }

        return picked.Count == 0 ? null : [.. picked.Distinct()];
    }

    private List<Choice> ByText(Step step, List<Choice> shown, string text, bool alone)
    {
        var said = pack.Script.Standard(text.Trim());
        var words = new FactWords(pack, language);
        var exact = shown.Find(choice => choice.Id == said || Wordings(words.LineOf(step, choice.Id)).Contains(said, StringComparer.OrdinalIgnoreCase));
        return exact is not null ? [exact]
            : !alone ? []
            : [.. shown.Where(choice => Words(step, choice).Any(word => StandsIn(word, said)))];
    }

    // "I have none" is an answer to an open question, not a name and not a riddle.
    private bool IsNothing(Step step, string text) => (pack.Readers.Phones(text).Count == 0 || step.Kind != StepKind.Phone)
        && Listed("nothing.words").Concat(Listed($"nothing.{step.Kind.ToString().ToLowerInvariant()}.words")).Any(word => StandsIn(word, pack.Script.Standard(text.Trim())));

    // A word behind "=" must be the whole message: "no" stands in too many other words. Latin words have ends of their own.
    private static bool StandsIn(string word, string said)
    {
        if (word.StartsWith('='))
        {
            return said.TrimEnd('.', '!').Equals(word[1..], StringComparison.OrdinalIgnoreCase);
        }

        for (var at = said.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = said.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!(IsLatin(word[0]) && at > 0 && IsLatin(said[at - 1])) && !(IsLatin(word[^1]) && at + word.Length < said.Length && IsLatin(said[at + word.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLatin(char sign) => char.IsAsciiLetter(sign);

    private string[] Words(Step step, Choice choice) =>
        [.. Listed($"{step.Id}/{choice.Id}.words"), .. step.Kind == StepKind.Confirm ? Listed($"choice.{choice.Id}.words") : []];

    // People answer in any language of the pack, whichever the question was in.
    private IEnumerable<string> Wordings(string id) => pack.Lines.Languages
        .Select(one => pack.Lines.Own(one, id)).OfType<Wording>().Select(wording => pack.Script.Standard(wording.Text));

    private IEnumerable<string> Listed(string id) => Wordings(id).SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => word.Replace('_', ' '));

    private static Answer First(IReadOnlyList<Found> found) => found is [var one, ..]
        ? new Answer.Given(Fact.Said(one.Raw, one.Value, one.Precision))
        : new Answer.NotUnderstood();

    private static Answer All(string text, IReadOnlyList<Found> found) => found.Count == 0
        ? new Answer.NotUnderstood()
        : new Answer.Given(Fact.Said(text.Trim(), string.Join(',', found.Select(one => one.Value).Distinct(StringComparer.Ordinal))));
}
