using ChatHelper.Core.Casework;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using NodaTime;

namespace ChatHelper.Core.Diary;

/// <summary>What one free sentence tells of a call or message ("just now 199… called my sister and swore at her").
/// What it does not tell is empty.</summary>
internal sealed record DiarySentence(string Means, string Whom, string WhomNamed, string Caller, string At, Precision Precision, string Words, bool Hearsay)
{
    private const int Longest = 1000, ShortestWords = 8;

    /// <summary>How many things it tells.</summary>
    public int Tells => new[] { Means, Whom, Caller, At }.Count(part => part.Length > 0);

    /// <param name="text">The sentence, after <see cref="Readers.Repair"/>.</param>
    /// <param name="added">It is said of an entry that is there: all its words count, however few.</param>
    public static DiarySentence Read(string text, Pack pack, LocalDateTime now, bool added = false)
    {
        var cut = text.Length > Longest ? text[..Longest] : text;
        var standard = pack.Script.Standard(cut);
        var words = pack.Diary.Words;
        var phones = pack.Readers.Phones(cut);
        var whens = pack.Readers.When(cut, now, Tense.Past);
        var person = pack.Readers.Relations(cut) is [var first, ..] ? first : default;
        var again = words.Again.Any(pattern => pattern.In(standard));
        return new DiarySentence(
            words.Means.FirstOrDefault(means => means.Words.Any(word => standard.Contains(word, StringComparison.OrdinalIgnoreCase))).Means ?? "",
            person.Group ?? (words.ToMe.Any(word => standard.Contains(word, StringComparison.Ordinal)) ? "me" : ""),
            person.Label ?? "",
            phones is [var phone, ..] ? phone.Value : "",
            whens is [var when, ..] ? when.Value : again && !added ? Minute(now) : "",
            whens is [var told, ..] ? told.Precision : again && !added ? Precision.About : Precision.Exact,
            Said(words, cut, standard, phones.Concat(whens), added ? 1 : ShortestWords),
            words.Hearsay.Any(pattern => pattern.In(standard)));
    }

    /// <summary>The person's minute, as a canonical time.</summary>
    public static string Minute(LocalDateTime now) => $"{now.Year:0000}-{now.Month:00}-{now.Day:00}T{now.Hour:00}:{now.Minute:00}";

    // What was said begins behind a word for saying; without one it is what is left beside number and time, when that is much.
    private static string Said(DiaryWords words, string text, string standard, IEnumerable<Found> read, int shortest)
    {
        foreach (var match in words.SaidThen.SelectMany(pattern => pattern.All(standard).Take(1)))
        {
            return text.Substring(match.Groups["v"].Index, match.Groups["v"].Length).Trim();
        }

        var left = text.ToCharArray();
        foreach (var found in read)
        {
            left.AsSpan(found.Start, found.Length).Fill(' ');
        }

        var rest = new string(left).Trim(' ', ',', '.', '\uFF0C', '\u3002', '\u3001', '\uFF1A', ':');
        return rest.Length >= shortest ? rest : "";
    }
}
