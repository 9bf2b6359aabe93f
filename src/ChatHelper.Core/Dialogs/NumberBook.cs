using ChatHelper.Core.Content;
using ChatHelper.Core.Crisis;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Dialogs;

/// <summary>A telephone number or address that texts name as <c>{number.12348}</c>.</summary>
/// <param name="Id">Name after the dot.</param>
/// <param name="Text">What is shown.</param>
/// <param name="ReviewBy">Last day on which its check still holds.</param>
/// <param name="File">File it stands in.</param>
/// <param name="Line">Line in that file.</param>
public sealed record KnownNumber(string Id, string Text, LocalDate ReviewBy, string File, int Line);

/// <summary>Reads <c>authorities.yaml</c> and takes over the numbers of <c>crisis.yaml</c>.</summary>
internal static class NumberBook
{
    public static IReadOnlyDictionary<string, KnownNumber> Read(PackSource source, CrisisPlan crisis, Diagnostics diagnostics)
    {
        var numbers = crisis.Numbers.ToDictionary(
            number => number.Id,
            number => new KnownNumber(number.Id, number.Digits, LocalDate.FromDateOnly(number.ReviewBy), "crisis.yaml", number.Line),
            StringComparer.Ordinal);
        foreach (var entry in source.Yaml("authorities.yaml", diagnostics)?.Items() ?? [])
        {
            entry.OnlyKeys("authority", "number", "verified_on", "review_by", "accepts", "note");
            var id = entry.Required("authority");
            if (LocalDatePattern.Iso.Parse(entry.Required("review_by")) is not { Success: true } day)
            {
                entry.Report(Codes.WrongShape, "'review_by' must be a day such as 2027-05-21");
                continue;
            }

            numbers[id] = new KnownNumber(id, entry.Required("number"), day.Value, entry.File, entry.Line);
        }

        return numbers;
    }
}
