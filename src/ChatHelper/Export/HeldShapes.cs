using System.Text.Json;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using ChatHelper.Desk;

namespace ChatHelper.Export;

/// <summary>Everything together, as <c>data.json</c> has it.</summary>
internal static class HeldShapes
{
    private static readonly Shape<DeskMessage> Words = new Shape<DeskMessage>()
        .Keep(nameof(DeskMessage.FromPerson), one => one.FromPerson ? "me" : "volunteer")
        .Keep(nameof(DeskMessage.At), one => one.At)
        .Keep(nameof(DeskMessage.Text), one => one.Text);

    private static readonly Shape<(Case Asked, IReadOnlyList<DeskMessage> Words)> Desk = new Shape<(Case Asked, IReadOnlyList<DeskMessage> Words)>()
        .Keep(nameof(Case.AskedAt), one => one.Asked.AskedAt)
        .Keep(nameof(Case.State), one => one.Asked.State)
        .Keep(nameof(Case.Urgency), one => one.Asked.Urgency)
        .Keep(nameof(Case.Summary), one => one.Asked.Summary)
        .Keep("words", one => Words.Each(one.Words));

    private static readonly Shape<Look> Seen = new Shape<Look>()
        .Keep(nameof(Look.At), one => one.At.ToDateTimeOffset())
        .Keep(nameof(Look.Role), one => one.Role)
        .Keep(nameof(Look.Name), one => one.Name)
        .Keep(nameof(Look.Deed), one => one.Deed)
        .Keep(nameof(Look.Field), one => one.Field)
        .Keep(nameof(Look.Reason), one => one.Reason);

    private static readonly Shape<(string Kind, DateTimeOffset At)> Reminders = new Shape<(string Kind, DateTimeOffset At)>()
        .Keep("kind", one => one.Kind)
        .Keep("at", one => one.At);

    private static readonly Shape<(string Reason, DateTimeOffset At, int Talks)> Flags = new Shape<(string Reason, DateTimeOffset At, int Talks)>()
        .Keep("reason", one => one.Reason)
        .Keep("firstAt", one => one.At)
        .Keep("talks", one => one.Talks);

    /// <param name="retention">Days after the last word until everything is erased.</param>
    public static byte[] Json(Held held, Pack pack, int retention) => ExportJson.Of(json => new Shape<Held>()
        .Keep("firstWord", one => one.Since)
        .Keep("lastWord", one => one.LastWord)
        .Keep("erasedAfter", one => one.LastWord.AddDays(retention))
        .Keep(nameof(Held.Channel), one => one.Channel)
        .Keep("recoveryCodeSince", one => one.Code)
        .Keep(nameof(Held.Pin), one => one.Pin)
        .Keep(nameof(Held.Talk), one => new TalkShapes(pack, one.Talk.Language).Conversation.One(one.Talk))
        .Keep(nameof(Held.Desk), one => Desk.Each(one.Desk))
        .Keep(nameof(Held.Seen), one => Seen.Each(one.Seen))
        .Keep(nameof(Held.Reminders), one => Reminders.Each(one.Reminders))
        .Keep(nameof(Held.Flags), one => Flags.Each(one.Flags))
        .Write(json, held));
}
