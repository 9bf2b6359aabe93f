using ChatHelper.Core.Casework;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Diary;

/// <summary>What <c>do: diary …</c> does.</summary>
internal static class DiaryDeeds
{
    /// <summary>Words behind <c>diary</c>.</summary>
    public static IReadOnlyList<string> Known { get; } = ["add", "undo", "import", "drop", "files"];

    /// <summary>Stands for the diary where a last change is remembered.</summary>
    public const string Change = "(diary)";

    public static void Do(Talk talk, Step step, string deed)
    {
        switch (deed)
        {
            case "add":
                Add(talk);
                break;
            case "undo":
                TakeBack(talk);
                break;
            case "import":
                DiaryImport.Take(talk);
                break;
            case "drop":
                DiaryImport.Drop(talk);
                break;
            case "files":
                HandOut(talk, step);
                break;
            default:
                throw new InvalidOperationException($"no deed 'diary {deed}'; the pack check reports it");
        }
    }

    /// <summary>Takes away what came with the last addition: one entry, or a whole list.</summary>
    public static void TakeBack(Talk talk)
    {
        var file = talk.Now.Case;
        var left = file.Diary.Where(entry => entry.No <= file.DiaryBefore).ToList();
        var gone = file.Diary.Count - left.Count;
        if (gone == 0)
        {
            talk.Lead(talk.Line("diary.none"));
            return;
        }

        talk.File(file with { Diary = left, DiaryBefore = left.Select(entry => entry.No).DefaultIfEmpty(1).Max() - 1 });
        talk.Now = talk.Now with { LastChange = null };
        talk.Lead(talk.Line("diary.taken-back", ("count", $"{gone}")));
    }

    private static void Add(Talk talk)
    {
        var facts = talk.Now.Facts;
        string Value(string fact) => facts[fact] is { IsKnown: true } known ? known.Value : "";
        var told = Value("entry-said") is { Length: > 0 } said ? DiarySentence.Read(said, talk.Pack, talk.Local) : null;
        var whom = Value("entry-whom");
        var means = Value("entry-means");
        var entry = new DiaryEntry(0, told?.At ?? DiarySentence.Minute(talk.Local), means, whom)
        {
            Precision = told?.Precision ?? Precision.About,
            WhomNamed = told?.Whom == whom ? told.WhomNamed : "",
            Caller = told?.Caller ?? "",
            Words = told?.Words ?? "",
            // What reached somebody else is known by their telling, unless it stood where all could read it.
            Hearsay = told is { Hearsay: true } || (whom.Length > 0 && whom != "me" && means != "group"),
        };
        var entered = DiaryMerge.Into(talk.Now.Case, [entry]);
        talk.Now = talk.Now with { Facts = facts.Without("entry-said"), LastChange = new LastChange(Change, null) };
        talk.File(entered.File);
        talk.Lead(talk.Line(
            entered.Merged > 0 ? "diary.same" : "diary.added",
            ("entry", DiaryTelling.Line(talk, entered.Merged > 0 ? entry : entered.File.Diary[^1])), ("count", $"{entered.File.Diary.Count}")));
    }

    private static void HandOut(Talk talk, Step step)
    {
        var pattern = DiaryPattern.Of(talk.Now.Case.Diary);
        var day = $"{talk.Local.Date:uuuu-MM-dd}";
        talk.Add(new Reply(talk.Line(step.Id), ReplyClass.Advice)
        {
            Files =
            [
                new ReplyFile($"D16-{day}.svg", "image/svg+xml", DiaryChart.Svg(pattern, DiaryTelling.Chart(talk, pattern))),
                new ReplyFile($"D16-{day}.csv", "text/csv; charset=utf-8", DiaryCsv.Of(talk.Now.Case.Diary, talk.Words)),
            ],
        });
    }
}
