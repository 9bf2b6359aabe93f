using System.Text;
using ChatHelper.Conversations;
using ChatHelper.Core.Channels;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;
using ChatHelper.Papers;
using ChatHelper.Storage;

namespace ChatHelper.Channels.WeChat.Replying;

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

/// <summary>What an answer is made of.</summary>
/// <param name="Pages">The first is the answer.</param>
internal sealed record Share(IReadOnlyList<OutboxRow> Rows, IReadOnlyList<Page> Pages)
{
    /// <summary>Pages of before that come after these.</summary>
    public IReadOnlyList<OutboxRow> Behind { get; init; } = [];

    /// <summary>Replies that are kept nowhere and wait on.</summary>
    public IReadOnlyList<Reply> Later { get; init; } = [];

    public bool IsCare { get; init; }

    public override string ToString() => nameof(Share);
}

/// <summary>Makes the answer to a message from all that waits for its person, inside the transaction that lets go of it.</summary>
internal sealed class Composing(
    PushRight right, ChannelTraits traits, WeChatWords words, OutboxStore outbox, AnswerStore answers, PaperLinkStore links, Uri? pages)
{
    // In the place of a step: a page that was offered and not asked for yet.
    private const string Further = "(further)";
    private static readonly string[] s_offers = ["wechat.next", "wechat.next.copy", "wechat.next.word", "wechat.before", "wechat.before.word"];

    /// <param name="person">0: nothing of them is kept.</param>
    /// <param name="loose">Replies that are kept nowhere and come after those that are.</param>
    /// <param name="isTaken">Whether a doubtful row is not to be had: it is being sent just now. Any other is shown with the mark.</param>
    /// <param name="asked">They asked for what waits.</param>
    public Composed Compose(Session session, Address to, long person, string key, IReadOnlyList<Reply> loose, DateTimeOffset now, Func<OutboxRow, bool> isTaken, bool asked)
    {
        List<OutboxRow> rows = person == 0 ? [] : [.. outbox.Of(session, person, 0).Where(row => !row.Doubtful || !isTaken(row))];
        List<OutboxRow> old = [.. Old([.. rows.Select(row => row.Reply), .. loose]).Where(at => at < rows.Count).Select(at => rows[at])];
        rows.RemoveAll(old.Contains);
        var share = rows.Exists(row => IsCare(row.Reply)) || loose.Any(IsCare) ? OfCare(session, rows, loose, now)
            : asked ? new Share(rows, Pages(session, rows, loose, now))
            : OfNow(session, rows, loose, now);
        IReadOnlyList<OutboxRow> gone = [.. old, .. share.Rows, .. share.Behind];
        foreach (var row in gone)
        {
            OutboxStore.Remove(session, row.Id);
        }

        if (share.Pages is not [var first, ..])
        {
            return new Composed("", new Reply("", ReplyClass.Advice), [.. gone.Select(row => row.Id)], [], share.Later);
        }

        // Where messages can be pushed, the last that may be says how to get the rest.
        var offers = !right.Has && share.Pages.Count + share.Behind.Count > 1;
        List<Reply> replies = [.. share.Pages.Select(page => Reply(page) with { Step = share.IsCare ? Core.Turns.Reply.CrisisStep : "" })];
        if (offers && first.Alone && !asked)
        {
            replies.Insert(0, new Reply("", ReplyClass.Advice) { Language = first.Language });
        }

        var text = offers ? Offering(replies, first.Asks, ofBefore: share.Pages.Count == 1 && !first.Alone) : replies[0].Text;
        var isKept = share.Rows.Count > 0;
        var rest = replies.Skip(isKept ? 1 : replies.Count).Concat(share.Behind.Select(row => row.Reply))
            .Select(reply => outbox.Add(session, person, to, share.IsCare ? reply : reply with { Step = Further })).ToList();
        if (person != 0)
        {
            answers.Put(session, person, answers.Find(session, person).With(new Answer(key, first.Secret ? "" : text), offers && !first.Asks));
        }

        return new Composed(text, replies[0], [.. gone.Select(row => row.Id)], rest, [.. isKept ? [] : replies.Skip(1), .. share.Later]);
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
        return [.. composed.Rest.Select(row => row.Reply).Prepend(composed.First).Where(reply => reply.Text.Length > 0).Select(reply => outbox.Add(session, person, to, reply))];
    }

    /// <summary>A link to the files of a row; null where there are none or nobody could open it.</summary>
    public string? Link(Session session, OutboxRow row, DateTimeOffset now) => row.Reply.Files.Count > 0 && pages is not null && row.Person != 0
        ? new Uri(pages, PaperLinkStore.Path(links.Make(session, row.Person, row.Reply.Files, row.Reply.Language, now, row.Id))).ToString()
        : null;

    // Danger waits behind no page, and its numbers stand for its own choices alone: everything else waits on.
    private Share OfCare(Session session, IReadOnlyList<OutboxRow> rows, IReadOnlyList<Reply> loose, DateTimeOffset now)
    {
        rows = [.. rows.Where(row => row.Reply.Step != Further)];
        var all = new Share(rows, Pages(session, rows, loose, now)) { IsCare = true };
        if (all.Pages.Count <= 1)
        {
            return all;
        }

        rows = [.. rows.Where(row => IsCare(row.Reply))];
        return new Share(rows, Pages(session, rows, loose.Where(IsCare), now)) { IsCare = true, Later = [.. loose.Where(reply => !IsCare(reply))] };
    }

    // What they say now is answered first. Pages of before that they have not asked for go along where there is room, and else come behind.
    private Share OfNow(Session session, IReadOnlyList<OutboxRow> rows, IReadOnlyList<Reply> loose, DateTimeOffset now)
    {
        var all = new Share(rows, Pages(session, rows, loose, now));
        List<OutboxRow> said = [.. rows.Where(row => row.Reply.Step != Further)];
        return all.Pages.Count > 1 && said.Count > 0 && said.Count < rows.Count && Pages(session, said, loose, now) is { Count: > 0 } pages
            ? new Share(said, pages) { Behind = [.. rows.Except(said)] } : all;
    }

    private static bool IsCare(Reply reply) => reply.Step == Core.Turns.Reply.CrisisStep;

    private static Reply Reply(Page page) => new(page.Text, page.Class) { Language = page.Language, Secret = page.Secret, Copy = page.Alone ? page.Text : null };

    // A question is old when another was asked since: two menus in one message have two meanings for each number.
    private static IEnumerable<int> Old(List<Reply> replies) =>
        Enumerable.Range(0, Math.Max(0, replies.FindLastIndex(reply => reply.Class == ReplyClass.Question || IsCare(reply))))
            .Where(at => replies[at].Class == ReplyClass.Question);

    private IReadOnlyList<Page> Pages(Session session, IReadOnlyList<OutboxRow> rows, IEnumerable<Reply> loose, DateTimeOffset now)
    {
        var blocks = rows.SelectMany(row => Worded(session, row, now)).Concat(loose.SelectMany(reply => words.Of(reply, null))).ToList();
        return Page.Of(blocks, (traits.Longest ?? int.MaxValue) - Footer(blocks), apart: !right.Has);
    }

    // A question that may have been seen is dropped: the answer to their word shows where they stand.
    private IEnumerable<Block> Worded(Session session, OutboxRow row, DateTimeOffset now) =>
        !row.Doubtful ? words.Of(row.Reply, Link(session, row, now))
        : row.Reply.Class == ReplyClass.Question ? []
        : words.Of(row.Reply with { Text = $"{words.Line(row.Reply.Language, "outbox.doubtful")}{row.Reply.Text}" }, Link(session, row, now));

    // Nothing of ours stands beside a text to be copied: it is announced, and shown when it is asked for. Under choices a number picks one.
    private string Offering(List<Reply> replies, bool asks, bool ofBefore)
    {
        var offer = (asks, ofBefore) switch
        {
            (true, true) => "wechat.before.word",
            (true, false) => "wechat.next.word",
            (false, true) => "wechat.before",
            _ => replies.Count > 2 && replies[1].Copy is not null ? "wechat.next.copy" : "wechat.next",
        };
        return (replies[0].Copy is not null ? replies[0].Text : $"{replies[0].Text}\n\n{words.Line(replies[0].Language, offer)}").Trim('\n');
    }

    private int Footer(List<Block> blocks) =>
        blocks.Count == 0 ? 0 : 2 + blocks.Max(block => (right.Has ? ["wechat.last"] : s_offers).Max(line => Encoding.UTF8.GetByteCount(words.Line(block.Language, line))));
}
