using System.Globalization;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Limits;

/// <summary>What is said to somebody whose words were not taken.</summary>
internal sealed class LimitWords(Pack pack, TimeProvider clock)
{
    private const string Notice = "limit.notice";
    private const string Busy = "limit.busy";
    private const string Danger = "limit.danger";

    /// <summary>That nothing is read from this minute on, and what to do.</summary>
    public Reply OfNotice(string? language) => Reply(Notice, language);

    /// <summary>That nobody new can be taken in, and whom to call in danger.</summary>
    /// <param name="hint">What the channel knows of the language.</param>
    public Reply OfBusy(string hint) => Reply(Busy, pack.Languages.Hinted(hint));

    /// <summary>Whom to call at once, for a cry for help that cannot be answered yet.</summary>
    public string OfDanger(string language) => Reply(Danger, language).Text;

    private Reply Reply(string id, string? known)
    {
        var language = known is { Length: > 0 } ? known : pack.Lines.Languages[0];
        var local = Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(pack.Zone).LocalDateTime;
        var text = pack.Lines.Find(language, id)?.Fill(name => name == "time"
            ? $"{local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture)}"
            : pack.Number(name, language, local.Date)) ?? id;
        return new Reply(text, ReplyClass.Advice) { Language = language };
    }
}
