using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Turns;

public sealed class PageLinksTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 12, 30);
    private static readonly Uri Pages = new("https://chat.example/");

    [Fact]
    public void A_line_names_the_address_of_a_page_or_says_that_there_is_none()
    {
        Assert.Contains("https://chat.example/tools/contacts", Sent(Pages), StringComparison.Ordinal);
        Assert.Contains("（没有网页地址）", Sent(pages: null), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_opens_in_the_language_of_the_talk()
    {
        var lines = Pack().Lines;

        Assert.Equal("https://chat.example/tools/contacts", PageLinks.Of("tool.contacts", lines, "zh-Hans", Pages));
        Assert.Equal("https://chat.example/tools/contacts?lang=en", PageLinks.Of("tool.contacts", lines, "en", Pages));
        Assert.Null(PageLinks.Of("tool.unknown", lines, "zh-Hans", Pages));
    }

    [Fact]
    public void A_file_that_is_not_kept_is_said_so_while_a_volunteer_has_the_case()
    {
        var decider = new Decider(Pack());
        var begun = decider.Decide(decider.Begin(), new Said("test", "1", "在吗"), new Moment(Now)).Next;
        var turn = decider.Decide(begun with { Mode = Mode.Human }, Book(), new Moment(Now, Pages: Pages));

        Assert.Contains("tools/contacts", Assert.Single(turn.Replies).Text, StringComparison.Ordinal);
        Assert.Single(turn.Effects.OfType<TellDesk>());
    }

    private static string Sent(Uri? pages)
    {
        var decider = new Decider(Pack());
        var begun = decider.Decide(decider.Begin(), new Said("test", "1", "在吗"), new Moment(Now)).Next;
        return string.Join('\n', decider.Decide(begun, Book(), new Moment(Now, Pages: pages)).Replies.Select(reply => reply.Text));
    }

    private static Gave Book() => new("test", "2", new GivenFile("", "a.vcf", "refused-contacts", 10, ""), "");

    private static Pack Pack() => PackReader.Read(PackFiles.Sound(), new Diagnostics())!;
}
