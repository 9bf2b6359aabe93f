using ChatHelper.Core.Diary;
using ChatHelper.Core.Filings;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Turns;
using NodaTime.Text;

namespace ChatHelper.Core.Papers;

/// <summary>Everything of a case in one file, so that it can be kept, printed and checked by somebody else. The same
/// conversation at the same moment gives the same bytes. No name in it tells what it is about.</summary>
internal static class Bundle
{
    public static ReplyFile Of(Talk talk)
    {
        List<LetterForm> forms = [.. Forms(talk).OrderBy(form => form.Id, StringComparer.Ordinal)];
        List<Letter> letters = [.. forms.Select(form => HandingOut.Write(talk, form)).OfType<Letter>()];
        talk.Letters.AddRange(letters);
        List<ReplyFile> files =
        [
            .. letters.SelectMany(letter => letter.AsFile ? HandingOut.Editable(letter) : [ReplyFile.Plain(letter)]),
            Text("items.csv", "text/csv", CaseTables.Csv(talk, "evidence-items")),
            Text("timeline.csv", "text/csv", DiaryCsv.Of(talk.Now.Case.Diary, talk.Words)),
            Text("chart.svg", "image/svg+xml", Chart(talk)),
            Text("dates.ics", "text/calendar", ChaseCalendar.Write(talk) ?? Reminder.Calendar(talk)),
            Text("numbers.vcf", "text/vcard", ContactCards.Write(talk)),
            Text("sources.txt", "text/plain", SourceList.Write(talk, forms)),
        ];
        files.RemoveAll(file => file.Text.Length == 0);
        files.Add(Text("README.txt", "text/plain", Steps(talk, letters)));
        return ReplyFile.Zip(LocalDatePattern.Iso.Format(talk.Local.Date), files);
    }

    private static string Chart(Talk talk) => talk.Now.Case.Diary.Count > 0 && DiaryPattern.Of(talk.Now.Case.Diary) is var pattern
        ? DiaryChart.Svg(pattern, DiaryTelling.Chart(talk, pattern))
        : "";

    // What was handed out; before that, what could be: letters that ask for nothing that was not answered.
    private static IEnumerable<LetterForm> Forms(Talk talk) => talk.Now.Given.Select(talk.Pack.Letters.GetValueOrDefault).OfType<LetterForm>().ToList() is { Count: > 0 } given
        ? given
        : talk.Pack.Letters.Values.Where(form => form is { AsFile: true, Needs.Count: > 0 } && form.Needs.All(fact => talk.Now.Facts[fact] is not null));

    private static string Steps(Talk talk, List<Letter> letters) => talk.Line(
        "bundle.readme",
        ("today", talk.Words.Words(talk.Local.Date)),
        ("letters", letters.Count == 0
            ? talk.Line("bundle.no-letters")
            : string.Join('\n', letters.Select(letter => talk.Line("bundle.letter", ("name", Path.GetFileNameWithoutExtension(letter.FileName)), ("title", letter.Title))))))
        + "\n";

    private static ReplyFile Text(string name, string mime, string text) => new(name, $"{mime}; charset=utf-8", text);
}
