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
    WeChatOptions options, ChannelTraits traits, WeChatWords words, OutboxStore outbox, AnswerStore answers, PaperLinkStore links, LooseReplies loose, Uri? pages)
{
    // In the place of a step: a page that was offered and not asked for yet.
    private const string Further = "(further)";
    private static readonly string[] s_offers = ["wechat.next", "wechat.next.copy", "wechat.next.word"];

    /// <param name="person">0: nothing of them is kept.</param>
    /// <param name="asked">They asked for what waits.</param>
    public Composed Compose(Session session, Address to, long person, string key, DateTimeOffset now, bool asked)
    {
        var rows = person == 0 ? [] : outbox.Of(session, person, 0).Where(row => !row.Doubtful).ToList();
        var unkept = loose.Take(to);
        List<long> old = [.. Old([.. rows.Select(row => row.Reply), .. unkept]).Where(at => at < rows.Count).Select(at => rows[at].Id)];
        foreach (var row in old)
        {
            OutboxStore.Remove(session, row);
        }

        // Words of care are read alone: further pages of an older answer go on waiting.
        var care = rows.FindIndex(row => row.Reply.Step == Core.Turns.Reply.CrisisStep);
        rows = [.. rows.Where((row, at) => !old.Contains(row.Id) && !(at < care && row.Reply.Step == Further))];
        var room = traits.Longest ?? int.MaxValue;
        var blocks = rows.SelectMany(row => words.Of(row.Reply, Link(session, row, now))).Concat(unkept.SelectMany(reply => words.Of(reply, null))).ToList();
        var made = Page.Of(blocks, room - Footer(blocks), apart: !options.Certified);
        foreach (var row in rows)
        {
            OutboxStore.Remove(session, row.Id);
        }

        if (made.Count == 0)
        {
            return new Composed("", new Reply("", ReplyClass.Advice), old, [], []);
        }

        // Where messages can be pushed, the last that may be says how to get the rest.
        var offers = !options.Certified && made.Count > 1;
        List<Reply> replies = [.. made.Select(Reply)];
        if (offers && made[0].Alone && !asked)
        {
            replies.Insert(0, new Reply("", ReplyClass.Advice) { Language = made[0].Language });
        }

        var text = offers ? Offering(replies, made[0].Asks) : replies[0].Text;
        var rest = rows.Count > 0 ? replies.Skip(1).Select(reply => outbox.Add(session, person, to, reply with { Step = Further })).ToList() : [];
        if (person != 0)
        {
            answers.Put(session, person, answers.Find(session, person).With(new Answer(key, made[0].Secret ? "" : text), offers && !made[0].Asks));
        }

        return new Composed(text, replies[0], [.. old, .. rows.Select(row => row.Id)], rest, rows.Count > 0 ? [] : [.. replies.Skip(1)]);
    }

    /// <summary>The connection went while this was being kept: what it should have carried waits before the rest.</summary>
    /// <returns>The rows in place of <see cref="Composed.Rest"/>.</returns>
    public IReadOnlyList<OutboxRow> PutBack(Session session, Address to, long person, string key, Composed composed)
    {
        foreach (var row in composed.Rest)
        {
            OutboxStore.Remove(session, row.Id);
        }

        answers.Put(session, person, answers.Find(session, person).With(new Answer(key, ""), offers: !options.Certified));
        return [.. composed.Rest.Select(row => row.Reply).Prepend(composed.First).Where(reply => reply.Text.Length > 0).Select(reply => outbox.Add(session, person, to, reply))];
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
        ? new Uri(pages, PaperLinkStore.Path(links.Make(session, row.Person, row.Reply.Files, row.Reply.Language, now, row.Id))).ToString()
        : null;

    private static Reply Reply(Page page) => new(page.Text, page.Class) { Language = page.Language, Secret = page.Secret, Copy = page.Alone ? page.Text : null };

    // A question is old when another was asked since: two menus in one message have two meanings for each number.
    private static IEnumerable<int> Old(List<Reply> replies) =>
        Enumerable.Range(0, Math.Max(0, replies.FindLastIndex(reply => reply.Class == ReplyClass.Question || reply.Step == Core.Turns.Reply.CrisisStep)))
            .Where(at => replies[at].Class == ReplyClass.Question);

    // Nothing of ours stands beside a text to be copied: it is announced, and shown when it is asked for. Under choices a number picks one.
    private string Offering(List<Reply> replies, bool asks) => (replies[0].Copy is not null ? replies[0].Text
        : $"{replies[0].Text}\n\n{words.Line(replies[0].Language, asks ? "wechat.next.word" : replies.Count > 2 && replies[1].Copy is not null ? "wechat.next.copy" : "wechat.next")}").Trim('\n');

    private int Footer(List<Block> blocks) =>
        blocks.Count == 0 ? 0 : 2 + blocks.Max(block => (options.Certified ? ["wechat.last"] : s_offers).Max(line => Encoding.UTF8.GetByteCount(words.Line(block.Language, line))));
}
