using System.Text;
using ChatHelper.Channels.WeChat.Api;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;
using ChatHelper.Watch;

namespace ChatHelper.Channels.WeChat;

/// <summary>Sends rows as customer-service messages. Their text is worded already: numbered choices, links to documents.</summary>
internal sealed class WeChatSender(WeChatApi api, PushQuota quota, LineBook lines, Signals signals, TimeProvider clock, ILogger<WeChatSender> log)
{
    /// <summary>Longest message in bytes of UTF-8 (contracts.md W12).</summary>
    public const int Longest = 2048;

    private const int RoomForMark = 32;

    public async Task<Outcome> Send(OutboxRow row, int part)
    {
        var (language, address, now) = (row.Reply.Language, row.Address, clock.GetUtcNow());
        var parts = Parts(row.Doubtful ? Line(language, "outbox.doubtful") : "", row.Reply.Text);
        if (part >= parts.Count)
        {
            return Outcome.Accepted.Whole;
        }

        var left = quota.Left(address, now);
        if (!quota.Take(address, now))
        {
            return Outcome.Waits.Instance;
        }

        // A row of which only the first parts would go through waits as a whole, and they are told how to get it; so does a text to copy,
        // beside which that word cannot stand.
        if (left < parts.Count - part || (left == 1 && row.Reply.Copy is not null))
        {
            await api.Send(address.Id, Line(language, "wechat.last"));
            return Outcome.Waits.Instance;
        }

        var isLast = part == parts.Count - 1;
        var answer = await api.Send(address.Id, isLast && left == 1 && row.Reply.Class != ReplyClass.Question ? WithWord(parts[part], language) : parts[part]);
        var outcome = ApiOutcome.Of(answer);
        Learn(row, answer, outcome);
        return outcome is Outcome.Accepted ? new Outcome.Accepted(More: !isLast) : outcome;
    }

    private void Learn(OutboxRow row, ApiAnswer answer, Outcome outcome)
    {
        if (outcome is Outcome.Waits)
        {
            quota.Spent(row.Address);
        }
        else if (outcome is not (Outcome.Accepted or Outcome.Unknown))
        {
            quota.GiveBack(row.Address);
        }

        if (answer.IsNotAllowed && !signals.WeChatMayNotPush)
        {
            WeChatApiLog.MayNotSend(log, answer.Code, ApiOutcome.Why(answer.Code));
        }

        signals.WeChatMayNotPush = answer.IsNotAllowed || (signals.WeChatMayNotPush && outcome is not (Outcome.Accepted or Outcome.Waits or Outcome.Gone));
    }

    // A long text is cut at the same places with the mark and without it. A full page has no room for it, and goes again as two.
    private static List<string> Parts(string mark, string text) =>
        [.. (Bytes(mark) + Bytes(text) <= Longest ? [text] : TextParts.OfBytes(text, Longest - RoomForMark)).Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => $"{mark}{part}")];

    // Nothing more can come by itself: they are told how to get it.
    private string WithWord(string text, string language) =>
        $"{text}\n\n{Line(language, "wechat.last")}" is var whole && Bytes(whole) <= Longest ? whole : text;

    private string Line(string language, string id) => lines.Find(language, id)?.Text ?? "";

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
