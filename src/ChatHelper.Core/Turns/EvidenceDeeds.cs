using System.Globalization;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Turns;

/// <summary>What <c>do: evidence …</c> does to the items of a case. The words stand in dialogs/README.md.</summary>
internal static class EvidenceDeeds
{
    /// <summary>Words after <c>evidence</c>.</summary>
    public static IReadOnlyList<string> Known { get; } = ["about", "pick", "copy", "withdraw", "told"];

    /// <summary>Facts that tell conditions which item is at hand: its number, what it is, whether a clean copy can be made.</summary>
    private const string Last = "evidence-last", LastKind = "evidence-last-kind", LastType = "evidence-last-type", LastCopy = "evidence-last-copy";

    private const int MostListed = 12;

    public static void Do(Talk talk, string word, string fact)
    {
        switch (word)
        {
            case "about" when Current(talk) is { } item && talk.Now.Facts[fact] is { IsKnown: true } said:
                About(talk, item, said.Value);
                break;
            case "pick":
                Pick(talk, talk.Now.Case.Evidence.FirstOrDefault(item => talk.Now.Facts[fact]?.Value == $"{item.No}"));
                SayMissing(talk);
                break;
            case "copy" when Current(talk) is { HasCleanCopy: true } item:
                talk.Add(new Reply(talk.Line("evidence.copy", ("no", $"{item.No}")), ReplyClass.Advice)
                {
                    Files = [new ReplyFile(CopyName(item), item.Mime, "") { CleanCopyOf = item.FileId }],
                });
                break;
            case "withdraw" when Current(talk) is { } item:
                Withdraw(talk, item);
                break;
            case "withdraw":
                SayMissing(talk);
                break;
            case "told":
                Told(talk);
                break;
        }
    }

    /// <summary>Makes this the item at hand; null: none is.</summary>
    public static void Pick(Talk talk, EvidenceItem? item)
    {
        Set(talk, Last, item is null ? "" : item.No.ToString(CultureInfo.InvariantCulture));
        Set(talk, LastKind, item?.Kind ?? "");
        Set(talk, LastType, item is not { HasFile: true } ? "" : item.Mime[..Math.Max(0, item.Mime.IndexOf('/', StringComparison.Ordinal))]);
        Set(talk, LastCopy, item is { HasCleanCopy: true } ? "yes" : "");
    }

    /// <summary>The items in lines, the latest last; how many came before those shown is said first.</summary>
    public static string List(Talk talk)
    {
        var items = talk.Now.Case.Evidence;
        IEnumerable<string> lines = [.. items.Count > MostListed ? [talk.Line("evidence.more-before", ("count", $"{items.Count - MostListed}"))] : Array.Empty<string>(),
            .. items.TakeLast(MostListed).Select(item => EvidenceWords.Line(talk, item))];
        return items.Count == 0 ? talk.Line("evidence.none") : string.Join('\n', lines);
    }

    private static void About(Talk talk, EvidenceItem item, string said)
    {
        var isKind = talk.Pack.Facts[EvidenceRules.KindFact].Choices.Contains(said);
        var now = isKind ? item with { Kind = said } : EvidenceWords.Told(talk, said, item);
        talk.File(talk.Now.Case with { Evidence = [.. talk.Now.Case.Evidence.Select(one => one.No == item.No ? now : one)] });
        Pick(talk, now);
        AddKind(talk, now.Kind);
        talk.Lead(EvidenceWords.Line(talk, now));
        if (!isKind)
        {
            TextTaking.Overhear(talk, said); // as words that came beside a file
        }
    }

    private static void Withdraw(Talk talk, EvidenceItem item)
    {
        talk.File(EvidenceChain.Withdraw(talk.Now.Case, item.No, talk.Moment.Now.ToDateTimeOffset()));
        if (talk.Now.Facts[FileTaking.Fact] is { IsKnown: true } files && item.HasFile)
        {
            var left = string.Join(',', files.Entries.Where(name => name != item.Name.Replace(',', ' ')));
            talk.Now = talk.Now with
            {
                Facts = left.Length == 0 ? talk.Now.Facts.Without(FileTaking.Fact) : talk.Now.Facts.With(FileTaking.Fact, Fact.Said("", left)),
                LastChange = null,
            };
        }

        if (item.HasFile)
        {
            talk.Effects.Add(new Discard(item.FileId));
        }

        Pick(talk, null);
        talk.Lead(talk.Line(item.HasFile ? "evidence.withdrawn" : "evidence.withdrawn.held", ("no", $"{item.No}")));
    }

    private static void Told(Talk talk)
    {
        string Value(string name) => talk.Now.Facts[name] is { IsKnown: true } fact ? fact.Value : "";
        var item = EvidenceWords.Told(talk, Value("held-what"), new EvidenceItem(0, Value("held-kind"), talk.Moment.Now.ToDateTimeOffset())
        {
            Source = "told", Holder = Value("held-holder"), Count = Value("held-count"),
        });
        talk.File(EvidenceChain.Add(talk.Now.Case, item));
        var added = talk.Now.Case.Evidence[^1];
        Pick(talk, added);
        AddKind(talk, added.Kind);
        talk.Lead(EvidenceWords.Line(talk, added));
    }

    // What was answered about evidence in general grows with what is there; a question not asked yet stays open.
    private static void AddKind(Talk talk, string kind)
    {
        if (kind.Length > 0 && talk.Now.Facts[EvidenceRules.KindFact] is { IsKnown: true } before && !before.Entries.Contains(kind))
        {
            var more = Fact.Said("", kind);
            talk.Now = talk.Now with
            {
                Facts = talk.Now.Facts.With(EvidenceRules.KindFact, before.Value == "none" ? more : HearingBook.Gather(before, more)),
            };
        }
    }

    private static void SayMissing(Talk talk)
    {
        if (Current(talk) is null)
        {
            talk.Lead(talk.Line("evidence.not-there"));
        }
    }

    private static EvidenceItem? Current(Talk talk) =>
        talk.Now.Facts[Last] is { } last ? talk.Now.Case.Evidence.FirstOrDefault(item => $"{item.No}" == last.Value) : null;

    private static string CopyName(EvidenceItem item) => $"{item.No}-copy.{item.Mime["image/".Length..]}";

    // They follow from the case and are no answers of the person: nothing to take back.
    private static void Set(Talk talk, string fact, string value)
    {
        if (talk.Pack.Facts.ContainsKey(fact))
        {
            talk.Now = talk.Now with { Facts = value.Length == 0 ? talk.Now.Facts.Without(fact) : talk.Now.Facts.With(fact, Fact.Said("", value)) };
        }
    }
}
