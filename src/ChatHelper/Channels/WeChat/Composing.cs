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
/// <param name="First">The same without the word that offers the rest.</param>
/// <param name="Taken">Rows that are no more.</param>
/// <param name="Rest">Rows in their place, each one message, in order.</param>
/// <param name="Loose">The same for replies that are kept nowhere.</param>
internal sealed record Composed(string Text, Reply First, IReadOnlyList<long> Taken, IReadOnlyList<OutboxRow> Rest, IReadOnlyList<Reply> Loose)
{
    public override string ToString() => nameof(Composed);
}

/// <summary>Makes the answer to a message from all that waits for its person, inside the transaction that lets go of it.</summary>
internal sealed class Composing(
    PushRight right, ChannelTraits traits, WeChatWords words, OutboxStore outbox, AnswerStore answers, PaperLinkStore links, Uri? pages)
{
    /// <param name="person">0: nothing of them is kept.</param>
    /// <param name="loose">Replies that are kept nowhere and come after those that are.</param>
    /// <param name="isTaken">Whether a doubtful row is not to be had: it is being sent just now. Any other is shown with the mark.</param>
    public Composed Compose(Session session, Address to, long person, string key, IReadOnlyList<Reply> loose, DateTimeOffset now, Func<OutboxRow, bool> isTaken)
    {
        List<OutboxRow> rows = person == 0 ? [] : [.. outbox.Of(session, person, 0).Where(row => !row.Doubtful || !isTaken(row))];
        var isCare = rows.Exists(row => IsCare(row.Reply)) || loose.Any(IsCare);
        if (isCare)
        {
            // Danger waits behind no page, and its numbers stand for its own choices alone: the pages wait on.
            rows.RemoveAll(row => !IsCare(row.Reply));
        }

        IReadOnlyList<Reply> later = isCare ? [.. loose.Where(reply => !IsCare(reply))] : [];
        var room = traits.Longest ?? int.MaxValue;
        var blocks = rows.SelectMany(row => Worded(session, row, now)).Concat((isCare ? loose.Where(IsCare) : loose).SelectMany(reply => words.Of(reply, null))).ToList();
        var made = Page.Of(blocks, room - Footer(blocks));
        foreach (var row in rows)
        {
            OutboxStore.Remove(session, row.Id);
        }

        if (made.Count == 0)
        {
            return new Composed("", new Reply("", ReplyClass.Advice), [], [], []);
        }

        // Where messages can be pushed, the last that may be says how to get the rest.
        var offers = !right.Has && made.Count > 1;
        List<Reply> replies = [.. made.Select(page => Reply(page) with { Step = isCare ? Core.Turns.Reply.CrisisStep : "" })];
        var text = offers ? $"{replies[0].Text}\n\n{words.Line(made[0].Language, "wechat.next")}" : replies[0].Text;
        var rest = rows.Count > 0 ? replies.Skip(1).Select(reply => outbox.Add(session, person, to, reply)).ToList() : [];
        if (person != 0)
        {
            answers.Put(session, person, answers.Find(session, person).With(new Answer(key, made[0].Secret ? "" : text), offers));
        }

        return new Composed(text, replies[0], [.. rows.Select(row => row.Id)], rest, [.. rows.Count > 0 ? [] : replies.Skip(1), .. later]);
    }

    /// <summary>The connection went while this was being kept: what it should have carried waits before the rest.</summary>
    /// <returns>The rows in place of <see cref="Composed.Rest"/>.</returns>
    public IReadOnlyList<OutboxRow> PutBack(Session session, Address to, long person, string key, Composed composed)
    {
        foreach (var row in composed.Rest)
        {
            OutboxStore.Remove(session, row.Id);
        }

        answers.Put(session, person, answers.Find(session, person).With(new Answer(key, ""), offers: !right.Has));
        return [.. composed.Rest.Select(row => row.Reply).Prepend(composed.First).Select(reply => outbox.Add(session, person, to, reply))];
    }

    /// <summary>What waits goes on waiting: the connection was told that it can be asked for, or it is pushed.</summary>
    public void Leave(Session session, long person, string key)
    {
        if (person != 0 && !right.Has)
        {
            answers.Put(session, person, answers.Find(session, person).With(new Answer(key, ""), offers: true));
        }
    }

    /// <summary>A link to the files of a row; null where there are none or nobody could open it.</summary>
    public string? Link(Session session, OutboxRow row, DateTimeOffset now) => row.Reply.Files.Count > 0 && pages is not null && row.Person != 0
        ? new Uri(pages, PaperLinkStore.Path(links.Make(session, row.Person, row.Reply.Files, row.Reply.Language, now, row.Id))).ToString()
        : null;

    private static bool IsCare(Reply reply) => reply.Step == Core.Turns.Reply.CrisisStep;

    // A question that may have been seen is dropped: the answer to their word shows where they stand.
    private IEnumerable<Block> Worded(Session session, OutboxRow row, DateTimeOffset now) =>
        !row.Doubtful ? words.Of(row.Reply, Link(session, row, now))
        : row.Reply.Class == ReplyClass.Question ? []
        : words.Of(row.Reply with { Text = $"{words.Line(row.Reply.Language, "outbox.doubtful")}{row.Reply.Text}" }, Link(session, row, now));

    private static Reply Reply(Page page) => new(page.Text, page.Class) { Language = page.Language, Secret = page.Secret };

    private int Footer(List<Block> blocks) =>
        blocks.Count == 0 ? 0 : 2 + blocks.Max(block => Encoding.UTF8.GetByteCount(words.Line(block.Language, right.Has ? "wechat.last" : "wechat.next")));
}
