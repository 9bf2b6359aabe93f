using ChatHelper.Core.Casework;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Reading;
using NodaTime;

namespace ChatHelper.Core.Witness;

/// <summary>Understands what a witness wrote: a time and a number where they can be read, everything else as it stands.</summary>
public static class WitnessReader
{
    /// <summary>Most characters of what was said.</summary>
    public const int LongestSaid = 2000;

    /// <summary>Most characters of each of the other fields.</summary>
    public const int LongestField = 60;

    /// <summary>What the words say, without number and time of giving.</summary>
    /// <param name="pack">Whose readers read it.</param>
    /// <param name="words">As typed; never throws, whatever they hold.</param>
    /// <param name="now">The wall clock of the pack's zone.</param>
    public static Testimony Read(Pack pack, WitnessWords words, LocalDateTime now)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(words);
        var when = Field(words.When, LongestField);
        // Two possible days are none: nobody is there to be asked which.
        var time = pack.Readers.When(when, now, Tense.Past) is [{ Precision: not Precision.Ask } first, ..] ? first : null;
        return new Testimony(0, default)
        {
            Relation = Field(words.Relation, LongestField),
            At = time?.Value ?? "",
            Precision = time?.Precision ?? Precision.Exact,
            AtTold = when,
            Caller = pack.Readers.Phones(Field(words.Number, LongestField)) is [var phone, ..] ? phone.Value : "",
            Words = Field(words.Said, LongestSaid),
        };
    }

    private static string Field(string typed, int longest)
    {
        var clean = Cleaning.Clean(typed.Length > longest * 4 ? typed[..(longest * 4)] : typed);
        return clean.Length <= longest ? clean : clean[..(char.IsHighSurrogate(clean[longest - 1]) ? longest - 1 : longest)];
    }
}
