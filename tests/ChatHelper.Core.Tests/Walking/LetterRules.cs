using System.Text.RegularExpressions;
using ChatHelper.Core.Deadlines;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Tests.Walking;

/// <summary>What holds of every letter that is handed out: no blank where a fact is known, no number that nobody said, nothing
/// that the guard forbids.</summary>
internal sealed partial class LetterRules
{
    private readonly Pack _pack;
    private readonly string _own;
    private readonly Dictionary<string, string> _blanks;

    public LetterRules(Pack pack)
    {
        var china = PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china"));
        var words = new FactWords(pack, pack.Lines.Languages[0]);
        _pack = pack;
        _own = string.Join('\n', china.Where(file => file.Key.StartsWith("letters/", StringComparison.Ordinal) || file.Key.StartsWith("lines/", StringComparison.Ordinal) || file.Key == "crisis.yaml" || file.Key == "authorities.yaml").Select(file => file.Value))
            + string.Join('\n', pack.Law.Articles.Select(article => $"{article.Statute.Name} {article.Statute.Edition} {LocalDatePattern.Iso.Format(article.VerifiedOn)}"))
            + string.Join(' ', Enumerable.Range(0, 100));
        _blanks = pack.Facts.Keys.GroupBy(words.Label, StringComparer.Ordinal).Where(same => same.Count() == 1)
            .ToDictionary(same => same.Single(), same => words.Line("blank").Replace("{label}", same.Key, StringComparison.Ordinal), StringComparer.Ordinal);
    }

    public IEnumerable<string> Broken(Turn turn, Moment moment)
    {
        foreach (var breach in turn.Withheld)
        {
            yield return $"{breach.Letter} is held back by '{breach.Rule}': {breach.Sentence}";
        }

        var facts = turn.Next.Facts;
        foreach (var letter in turn.Letters)
        {
            var today = moment.Now.InZone(_pack.Zone).Date;
            var form = _pack.Letters[letter.Id];
            var draft = LetterWriter.Draft(_pack, form, form.For(facts), facts, turn.Next.Case, today, turn.Next.Language);
            foreach (var breach in _pack.Guard.Check(draft, facts))
            {
                yield return $"{letter.Id} says what '{breach.Rule}' forbids: {breach.Sentence}";
            }

            foreach (var (name, blank) in _blanks)
            {
                if (facts[name] is { IsKnown: true } && letter.Text.Contains(blank, StringComparison.Ordinal))
                {
                    yield return $"{letter.Id} leaves {blank} though '{name}' is known";
                }
            }

            // How long an office has is counted from the day of the report.
            var counted = turn.Next.Case.Filings.Count == 0 ? "" : string.Join(' ', DeadlineList.Of(_pack, turn.Next.Case, facts).Select(one => $"{one.Day:uuuu-MM-dd} {one.Latest:uuuu-MM-dd}"));
            var said = _own + Said(turn.Next, today) + counted;
            foreach (Match number in Numbers().Matches(letter.Text))
            {
                if (!said.Contains(number.Value, StringComparison.Ordinal))
                {
                    yield return $"{letter.Id} holds the number {number.Value}, which nobody said";
                }
            }
        }
    }

    private string Said(Conversation now, LocalDate today)
    {
        var words = new FactWords(_pack, now.Language);
        return string.Join(' ', now.Facts.Select(pair => $"{pair.Value.Value} {pair.Value.Raw} {string.Concat(pair.Value.Value.Where(char.IsAsciiDigit))} {words.Words(pair.Key, pair.Value)}"))
            + $" {LocalDatePattern.Iso.Format(today)} {now.Case}"
            + string.Join(' ', now.Case.Diary) + string.Join(' ', now.Case.Evidence) + string.Join(' ', now.Case.Filings);
    }

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}
