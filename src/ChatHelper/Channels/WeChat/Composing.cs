using System.Text;
using ChatHelper.Conversations;
using ChatHelper.Core.Channels;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;
using ChatHelper.Papers;
using ChatHelper.Storage;

namespace ChatHelper.Channels.WeChat;

/// <summary>What an answer became.</summary>
/// <param name="Text">Empty: nothing was waiting.</param>
/// <param name="Taken">Rows that are no more.</param>
/// <param name="Rest">Rows in their place, each one message, in order.</param>
/// <param name="Loose">The same for replies that are kept nowhere.</param>
internal sealed record Composed(string Text, IReadOnlyList<long> Taken, IReadOnlyList<OutboxRow> Rest, IReadOnlyList<Reply> Loose)
{
    public override string ToString() => nameof(Composed);
}

/// <summary>Makes the answer to a message from all that waits for its person, inside the transaction that lets go of it.</summary>
internal sealed class Composing(
    WeChatOptions options, ChannelTraits traits, WeChatWords words, OutboxStore outbox, AnswerStore answers, PaperLinkStore links, LooseReplies loose, Uri? pages)
{
    /// <param name="person">0: nothing of them is kept.</param>
    public Composed Compose(Session session, Address to, long person, string key, DateTimeOffset now)
    {
        var rows = person == 0 ? [] : outbox.Of(session, person, 0).Where(row => !row.Doubtful).ToList();
        var unkept = loose.Take(to);
        var room = traits.Longest ?? int.MaxValue;
        var blocks = rows.SelectMany(row => words.Of(row.Reply, Link(session, row, now))).Concat(unkept.SelectMany(reply => words.Of(reply, null))).ToList();
        var made = Page.Of(blocks, room - Footer(blocks));
        foreach (var row in rows)
        {
            OutboxStore.Remove(session, row.Id);
        }

        if (made.Count == 0)
        {
            return new Composed("", [], [], []);
        }

        // Where messages can be pushed, the last that may be says how to get the rest.
        var offers = !options.Certified && made.Count > 1;
        List<Reply> replies = [.. made.Select((page, index) => Reply(page, offers && index == 0))];
        var rest = rows.Count > 0 ? replies.Skip(1).Select(reply => outbox.Add(session, person, to, reply)).ToList() : [];
        if (person != 0)
        {
            answers.Put(session, person, answers.Find(session, person).With(new Answer(key, made[0].Secret ? "" : replies[0].Text), offers));
        }

        return new Composed(replies[0].Text, [.. rows.Select(row => row.Id)], rest, rows.Count > 0 ? [] : [.. replies.Skip(1)]);
    }

    /// <summary>What waits goes on waiting: the connection was told that it can be asked for, or it is pushed.</summary>
    public void Leave(Session session, long person, string key)
    {
        if (person != 0 && !options.Certified)
        {
            answers.Put(session, person, answers.Find(session, person).With(new Answer(key, ""), offers: true));
        }
    }

    /// <summary>A link to the files of a row; null where there are none or nobody could open it.</summary>
    public string? Link(Session session, OutboxRow row, DateTimeOffset now) => row.Reply.Files.Count > 0 && pages is not null && row.Person != 0
        ? new Uri(pages, PaperLinkStore.Path(links.Make(session, row.Person, row.Reply.Files, row.Reply.Language, now))).ToString()
        : null;

    private Reply Reply(Page page, bool offers) => new(
        offers ? $"{page.Text}\n\n{words.Line(page.Language, "wechat.next")}" : page.Text, page.Class)
    {
        Language = page.Language,
        Secret = page.Secret,
    };

    private int Footer(List<Block> blocks) =>
        blocks.Count == 0 ? 0 : 2 + blocks.Max(block => Encoding.UTF8.GetByteCount(words.Line(block.Language, options.Certified ? "wechat.last" : "wechat.next")));
}
