using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Papers;

/// <summary>Numbers that help, as cards for a telephone's own contacts (vCard 3.0, RFC 2426). A number has a card when the pack
/// names it in a line <c>helpline.NUMBER</c>.</summary>
internal static class ContactCards
{
    public static string Write(Talk talk) => string.Concat(talk.Pack.Numbers.Values
        .Where(number => talk.Pack.Lines.Has(Line(number)))
        .OrderBy(number => number.Id, StringComparer.Ordinal)
        .SelectMany(number => Card(talk.Line(Line(number)), number.Text))
        .Select(CalendarText.Fold));

    private static string Line(KnownNumber number) => $"helpline.{number.Id}";

    private static string[] Card(string name, string number) =>
    [
        "BEGIN:VCARD", "VERSION:3.0",
        $"N:{CalendarText.Escape(name)};;;;",
        $"FN:{CalendarText.Escape(name)}",
        number.All(sign => char.IsAsciiDigit(sign) || sign is '-' or '+') ? $"TEL;TYPE=VOICE:{number}" : $"URL:https://{number}",
        "END:VCARD",
    ];
}
