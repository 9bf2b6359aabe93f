using ChatHelper.Core.Casework;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Casework;

/// <summary>Files through the turns of the real pack; what a play cannot see: effects and the case itself.</summary>
public sealed class EvidenceTurnTests
{
    private static readonly Lazy<Pack> China = new(() =>
    {
        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(new PackSource("china", PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china"))), diagnostics);
        Assert.Empty(diagnostics.Found);
        return pack!;
    });

    private static readonly DateTimeOffset At = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);
    private readonly Decider _decider = new(China.Value);
    private Conversation _now;
    private int _key;

    public EvidenceTurnTests()
    {
        _now = _decider.Agreed(new Moment(Instant.FromUtc(2026, 11, 18, 12, 30)));
        foreach (var word in new[] { "你好", "3", "1", "3" })
        {
            Say(word);
        }
    }

    [Fact]
    public void A_file_becomes_an_item_with_all_that_was_seen_at_reception()
    {
        Give("a", "短信截图.jpg", "11月11日的短信截图");
        var item = Assert.Single(_now.Case.Evidence);

        Assert.Equal(("f-a", "短信截图.jpg", "image/jpeg", 10L, "sms-shots", "web"), (item.FileId, item.Name, item.Mime, item.Size, item.Kind, item.Source));
        Assert.Equal((At, "2026-11-11", "11月11日的短信截图"), (item.ReceivedAt, item.ClaimedAt, item.Label));
        Assert.Null(EvidenceChain.Fault(_now.Case));
    }

    [Theory]
    [InlineData("这是我的身份证")]
    [InlineData("他们 p 的裸照")]
    [InlineData("我女儿的照片被发到群里")]
    [InlineData("my passport")]
    public void A_picture_with_such_words_is_discarded_and_nothing_is_written_down(string caption)
    {
        var turn = Give("a", "1.jpg", caption);

        Assert.Equal("f-a", Assert.Single(turn.Effects.OfType<Discard>()).FileId);
        Assert.Equal(CaseFile.Empty, _now.Case);
        Assert.Null(_now.Facts["files"]);
    }

    [Theory]
    [InlineData("那个图已经发给我俩同学了")]
    [InlineData("短信里有我妈的名字")]
    [InlineData("他们给我儿子发的短信")]
    public void Other_words_refuse_nothing(string caption)
    {
        Assert.Empty(Give("a", "1.jpg", caption).Effects.OfType<Discard>());
        Assert.Single(_now.Case.Evidence);
    }

    [Fact]
    public void Only_the_last_words_announce()
    {
        Say("裸照发给你看看");
        Say("昨天晚上开始的");
        Give("a", "1.jpg", "");
        Assert.Single(_now.Case.Evidence);
    }

    [Fact]
    public void With_a_human_there_a_refused_picture_is_refused_too_and_any_other_goes_into_the_case()
    {
        _now = _now with { Mode = Mode.Human };
        var refused = Give("a", "1.jpg", "我的身份证");
        Assert.Empty(refused.Effects.OfType<TellDesk>());
        Assert.Contains("没有保存", refused.Replies[0].Text, StringComparison.Ordinal);

        var kept = Give("b", "2.jpg", "");
        Assert.Single(kept.Effects.OfType<TellDesk>());
        Assert.Empty(kept.Replies);
        Assert.Single(_now.Case.Evidence);
    }

    [Fact]
    public void The_same_bytes_once_more_are_no_second_item()
    {
        Give("a", "1.jpg", "");
        var again = Give("a", "2.jpg", "");

        Assert.Single(again.Effects.OfType<Discard>());
        Assert.Single(_now.Case.Evidence);
    }

    [Fact]
    public void One_tap_removes_the_picture_and_keeps_the_chain()
    {
        Give("a", "1.jpg", "");
        var turn = Press("private");

        Assert.Equal("f-a", Assert.Single(turn.Effects.OfType<Discard>()).FileId);
        Assert.Empty(_now.Case.Evidence);
        Assert.Single(_now.Case.Withdrawals);
        Assert.Null(_now.Facts["files"]);
        Assert.Null(EvidenceChain.Fault(_now.Case));
    }

    [Fact]
    public void A_clean_copy_is_handed_out_by_name_and_holds_no_bytes()
    {
        Give("a", "1.jpg", "");
        var file = Assert.Single(Press("copy").Replies.SelectMany(reply => reply.Files));

        Assert.Equal(("f-a", "", "1-copy.jpeg"), (file.CleanCopyOf, file.Text, file.Name));
    }

    [Theory]
    [InlineData("image/heic")]
    [InlineData("image/gif")]
    [InlineData("audio/ogg")]
    public void No_clean_copy_is_offered_where_none_can_be_made(string mime)
    {
        var turn = Give("a", "1", "", mime);

        Assert.DoesNotContain(turn.Replies.SelectMany(reply => reply.Choices), choice => choice.Id == "copy");
    }

    [Fact]
    public void Nobody_is_asked_about_a_file_before_they_are_asked_whether_they_are_safe()
    {
        _now = _decider.Begin();
        var turn = Give("a", "1.jpg", "");

        Assert.DoesNotContain(turn.Replies.SelectMany(reply => reply.Choices), choice => choice.Id == "sms-shots");
        Assert.Single(_now.Case.Evidence);
    }

    [Fact]
    public void The_list_says_what_each_item_shows_and_what_it_does_not()
    {
        Give("a", "13800001234.jpg", "昨天晚上的短信");
        var text = LetterWriter.Write(China.Value, China.Value.Letters["D15"], _now.Facts, _now.Case, new LocalDate(2026, 11, 18), "zh-Hans").Text;

        Assert.Contains("短信全文、发送号码、收到的时间｜号码背后是谁", text, StringComparison.Ordinal);
        Assert.Contains(_now.Case.Evidence[0].Sha256, text, StringComparison.Ordinal);
        Assert.Contains(_now.Case.EvidenceHead, text, StringComparison.Ordinal);
        Assert.Contains("2026-11-18 20:00:00 (+08)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", text, StringComparison.Ordinal);
        Assert.Contains("138****1234", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anything_the_list_has_blank_rows_and_claims_nothing()
    {
        var text = LetterWriter.Write(China.Value, China.Value.Letters["D15"], FactSheet.Empty, CaseFile.Empty, new LocalDate(2026, 11, 18), "zh-Hans").Text;

        Assert.Contains("【待填】｜【待填】", text, StringComparison.Ordinal);
        Assert.DoesNotContain("录音", text, StringComparison.Ordinal);
        Assert.DoesNotContain("链尾", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\0\u202E\uD800", "\uD800裸")]
    [InlineData(",,,", "")]
    public void Strange_names_and_captions_are_ordinary_input(string name, string caption) =>
        Assert.NotEmpty(Give("a", name, caption + new string('x', 100_000)).Replies);

    private Turn Say(string text) => Take(new Said("web", Key(), text));

    private Turn Press(string choice) => Take(new Pressed("web", Key(), null, null, [choice]));

    private Turn Give(string bytes, string name, string caption, string mime = "image/jpeg") =>
        Take(new Gave("web", Key(), new GivenFile($"f-{bytes}", name, mime[..mime.IndexOf('/', StringComparison.Ordinal)], 10, new string(bytes[0], 64)) { Mime = mime, ReceivedAt = At }, caption));

    private Turn Take(Incoming incoming)
    {
        var turn = _decider.Decide(_now, incoming, new Moment(Instant.FromDateTimeOffset(At)));
        _now = turn.Next;
        return turn;
    }

    private string Key() => $"{_key++}";
}
