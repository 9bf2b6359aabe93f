using ChatHelper.Core.Casework;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Papers;

/// <summary>Letters of the real pack handed out, again in other forms, and all together.</summary>
public sealed class HandingOutTests
{
    private static readonly Moment Now = new(Instant.FromUtc(2026, 11, 18, 12, 30));
    private static readonly Decider Decider = new(PackReader.Read(
        new PackSource("china", PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china"))), new Diagnostics())!);

    private int _key;

    [Fact]
    public void A_document_comes_as_word_and_text_with_a_short_beginning_in_the_chat()
    {
        var turn = Give("D16", Begun());
        var reply = Assert.Single(turn.Replies, reply => reply.Files.Count > 0);

        Assert.Equal(["D16-2026-11-18.docx", "D16-2026-11-18.txt"], reply.Files.Select(file => file.Name));
        Assert.Equal(new PageLayout("zh-Hans", Landscape: true, AsPdf: false), reply.Files[0].Pages);
        Assert.Equal(reply.Files[1].Text, reply.Files[0].Text);
        Assert.DoesNotContain("19900001234", reply.Text, StringComparison.Ordinal);
        Assert.Equal("D16", turn.Next.LastGiven);
        Assert.Equal("bare,bundle", turn.Next.Facts["paper-forms"]?.Value);
    }

    [Fact]
    public void Without_footer_the_paper_is_the_same_but_for_its_last_lines()
    {
        var given = Give("D16", Begun());
        var bare = File(Say("不要脚注", given.Next), ".txt").Text;
        var whole = File(given, ".txt").Text;

        Assert.StartsWith(bare, whole, StringComparison.Ordinal);
        Assert.DoesNotContain("不是律师意见", bare, StringComparison.Ordinal);
        Assert.Contains("不是律师意见", whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_is_offered_only_where_one_can_be_made()
    {
        var given = Give("D16", Begun());
        Assert.DoesNotContain(given.Replies, reply => reply.Text.Contains("PDF", StringComparison.Ordinal));
        Assert.NotNull(File(Say("PDF", given.Next), ".docx"));

        var offered = Give("D16", Begun(), Now with { Pdf = true });
        Assert.Contains(offered.Replies, reply => reply.Text.Contains("PDF", StringComparison.Ordinal));
        Assert.Equal("bare,pdf,bundle", offered.Next.Facts["paper-forms"]?.Value);
        Assert.True(File(Say("PDF", offered.Next, Now with { Pdf = true }), ".pdf").Pages!.AsPdf);
    }

    [Fact]
    public void A_message_to_copy_in_between_does_not_hide_the_last_document()
    {
        var next = Give("D12a", Give("D16", Begun()).Next).Next;

        Assert.Equal("D12a", next.LastGiven);
        Assert.Equal("D16-2026-11-18.docx", File(Say("不要脚注", next), ".docx").Name);
        Assert.Equal(["D16", "D12a"], next.Given);
    }

    [Fact]
    public void Nothing_given_has_no_other_form()
    {
        var turn = Say("不要脚注", Begun());
        Assert.DoesNotContain(turn.Replies, reply => reply.Files.Count > 0);
        Assert.Contains(turn.Replies, reply => reply.Text.Contains("还没有写好的文书", StringComparison.Ordinal));
    }

    [Fact]
    public void The_package_holds_letters_lists_dates_numbers_sources_and_what_to_do_next()
    {
        var turn = Say("打包", Give("D12a", Give("D01", Give("D16", Case()).Next).Next).Next);
        var zip = File(turn, ".zip");
        var packed = zip.Packed!.ToDictionary(file => file.Name, file => file.Text);

        Assert.Equal("2026-11-18.zip", zip.Name);
        Assert.Equal(
            ["D01-2026-11-18.docx", "D01-2026-11-18.txt", "D12a-2026-11-18.txt", "D16-2026-11-18.docx", "D16-2026-11-18.txt",
                "README.txt", "chart.svg", "dates.ics", "items.csv", "numbers.vcf", "sources.txt", "timeline.csv"],
            packed.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("\"'=HYPERLINK(1)\"", packed["timeline.csv"], StringComparison.Ordinal);
        Assert.Contains("19900001234", packed["timeline.csv"], StringComparison.Ordinal);
        Assert.Contains("通话录屏", packed["items.csv"], StringComparison.Ordinal);
        Assert.Contains("BEGIN:VEVENT", packed["dates.ics"], StringComparison.Ordinal);
        Assert.Contains("VERSION:3.0\r\nN:报警 110;;;;\r\nFN:报警 110\r\nTEL;TYPE=VOICE:110\r\nEND:VCARD\r\n", packed["numbers.vcf"], StringComparison.Ordinal);
        Assert.Contains("治安管理处罚法", packed["sources.txt"], StringComparison.Ordinal);
        Assert.Contains("核对于 2026-", packed["sources.txt"], StringComparison.Ordinal);
        Assert.Contains("D01-2026-11-18　报警陈述", packed["README.txt"], StringComparison.Ordinal);
        Assert.All(packed.Where(file => file.Key != "chart.svg"), file => Assert.DoesNotContain("{", file.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Before_any_letter_the_package_holds_those_that_lack_no_answer()
    {
        Assert.DoesNotContain(File(Say("打包", Decider.Begin()), ".zip").Packed!, file => file.Pages is not null);
        Assert.Contains(File(Say("打包", Begun()), ".zip").Packed!, file => file.Name == "D16-2026-11-18.docx");
    }

    private static ReplyFile File(Turn turn, string end) =>
        Assert.Single(turn.Replies.SelectMany(reply => reply.Files), file => file.Name.EndsWith(end, StringComparison.Ordinal));

    // A borrower at the menu, with all that the timeline asks for.
    private static Conversation Begun()
    {
        var borrower = ChatHelper.Core.Tests.Letters.Told.Borrower
            .With("call-count", Fact.Said("", "20")).With("callers", Fact.Said("", "19900001234")).With("stage", Fact.Said("", "happening"));
        return Decider.Begin() with { Facts = borrower, Frames = [Frame.Start("papers")], At = "papers.menu" };
    }

    private static Conversation Case() => Begun() with
    {
        Case = new CaseFile
        {
            Last = 2,
            Diary = [new DiaryEntry(1, "2026-11-11T21:00", "call", "family") { Caller = "19900001234", Words = "=HYPERLINK(1)" }],
            Evidence = [new EvidenceItem(2, "recording", DateTimeOffset.UnixEpoch) { Label = "通话录屏" }],
        },
    };

    private Turn Give(string letter, Conversation before, Moment? at = null)
    {
        var turn = Decider.Decide(before with { Frames = [Frame.Start($"letter/{letter}")], At = $"letter/{letter}.card", AskNoMore = true }, new Pressed("t", $"{_key++}", null, null, ["as-is"]), at ?? Now);
        Assert.Contains(turn.Letters, given => given.Id == letter);
        return turn;
    }

    private Turn Say(string text, Conversation before, Moment? at = null) => Decider.Decide(before, new Said("t", $"{_key++}", text), at ?? Now);
}
