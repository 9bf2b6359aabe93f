using ChatHelper.Core.Content;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Facts.Reading;

/// Reads reading.yaml.
internal static class VocabularyReader
{
    private const string Festivals = "festivals", RepairsKey = "repairs", Intact = "intact", Labels = "labels";

    private static readonly AnnualDatePattern MonthAndDay = AnnualDatePattern.Iso;

    public static Vocabulary Read(Node root, Script script)
    {
        root.OnlyKeys([Festivals, RepairsKey, Intact, Labels, .. Section.All.Select(section => section.Key)]);
        var folding = new Folding(script);
        var words = new WordTree();
        foreach (var section in Section.All)
        {
            ReadSection(section, root[section.Key], folding, words);
        }

        var festivals = ReadFestivals(root, folding, words);
        return new Vocabulary(folding, words, festivals, ReadParts(root), ReadLabels(root), ReadRepairs(root));
    }

    private static void ReadSection(Section section, Node? node, Folding folding, WordTree words)
    {
        if (node is null)
        {
            return;
        }

        if (section is { Numbers: 0, Named: false })
        {
            AddAll(section.Kind, 0, 0, "", node, folding, words);
            return;
        }

        foreach (var (head, group) in node.Pairs())
        {
            if (!section.Head(head, out var first, out var second, out var name))
            {
                group.Report(Codes.ReadingValue, $"'{head}' does not head a group of '{section.Key}': {section.Numbers} numbers{(section.Named ? " and a name" : "")}");
            }
            else if (name.Length > 0 && !section.Names!.Contains(name))
            {
                group.Report(Codes.UnknownWord, $"'{name}' is none of {string.Join(", ", section.Names!)}");
            }
            else
            {
                AddAll(section.Kind, first, second, name, group, folding, words);
            }
        }
    }

    private static void AddAll(Kind kind, int first, int second, string name, Node node, Folding folding, WordTree words)
    {
        foreach (var item in node.IsList ? node.Items() : [node])
        {
            if (item.Scalar is not { Length: > 0 } text)
            {
                item.Report(Codes.ReadingValue, "a word is missing");
                continue;
            }

            var word = new Word(kind, new string(folding.Fold(text)), first, second, name, item.Line);
            if (words.Spelt(word.Text).FirstOrDefault(other => other.Kind == kind) is { } twin)
            {
                item.Report(Codes.ReadingTwice, $"'{text}' already stands in line {twin.Line} of this section");
                continue;
            }

            words.Add(word);
        }
    }

    private static List<FestivalDay> ReadFestivals(Node root, Folding folding, WordTree words)
    {
        var festivals = new List<FestivalDay>();
        foreach (var item in root.Items(Festivals))
        {
            item.OnlyKeys("words", "on", "years", "days");
            var every = Date(item["on"]);
            var years = new Dictionary<int, AnnualDate>();
            foreach (var (year, date) in item["years"]?.Pairs() ?? [])
            {
                if (int.TryParse(year, out var number) && Date(date) is { } start)
                {
                    years[number] = start;
                }
            }

            var days = int.TryParse(item.Text("days") ?? "1", out var told) && told is >= 1 and <= 31 ? told : 0;
            if ((every is null) == (years.Count == 0) || days == 0)
            {
                item.Report(Codes.FestivalDate, "a festival needs 'on: MM-dd' or 'years' with such dates, and 'days' of 1 to 31");
                continue;
            }

            if (item["words"] is { } names)
            {
                AddAll(Kind.Festival, festivals.Count, 0, "", names, folding, words);
            }

            festivals.Add(new FestivalDay(every, years, days));
        }

        return festivals;
    }

    private static AnnualDate? Date(Node? node) =>
        node?.Scalar is { } text && MonthAndDay.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    // The hours of a part that is named by a day's word ("last night").
    private static Dictionary<string, DayPart> ReadParts(Node root)
    {
        var parts = new Dictionary<string, DayPart>(StringComparer.Ordinal);
        var section = Section.All.First(section => section.Kind == Kind.Part);
        foreach (var (head, _) in root[section.Key]?.Pairs() ?? [])
        {
            if (section.Head(head, out var first, out var second, out var name))
            {
                parts.TryAdd(name, new DayPart(first, second, name));
            }
        }

        return parts;
    }

    private static Dictionary<string, string> ReadLabels(Node root)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (label, group) in root[Labels]?.Pairs() ?? [])
        {
            foreach (var word in group.Texts())
            {
                labels[word] = label;
            }
        }

        return labels;
    }

    private static Repairs ReadRepairs(Node root)
    {
        var repairs = new Repairs();
        foreach (var word in root.Texts(Intact))
        {
            repairs.Leave(word);
        }

        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (right, group) in root[RepairsKey]?.Pairs() ?? [])
        {
            foreach (var item in group.IsList ? group.Items() : [group])
            {
                if (item.Scalar is { Length: > 0 } text && text != right && wrong.TryAdd(text, right))
                {
                    repairs.Add(text, right);
                    continue;
                }

                item.Report(Codes.RepairOfNothing, $"a repair to '{right}' needs a misspelling that is not itself and is repaired once");
            }
        }

        foreach (var (right, group) in root[RepairsKey]?.Pairs() ?? [])
        {
            if (repairs.Apply(right) != right)
            {
                group.Report(Codes.RepairOfNothing, $"'{right}' would itself be repaired");
            }
        }

        return repairs;
    }
}
