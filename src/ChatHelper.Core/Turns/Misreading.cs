using System.Globalization;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Turns;

/// <summary>Words that the step cannot take. Twice the question comes again with an example; the third time the way out is
/// offered. Never a loop.</summary>
internal static class Misreading
{
    public const string Help = "(misread)";
    private const int Third = 3;
    private static readonly string[] Ways = ["skip", "human"];

    public static void Take(Talk talk, Step? step)
    {
        talk.Now = talk.Now with { Misreads = talk.Now.Misreads + 1 };
        if (step is null)
        {
            talk.Settle();
            return;
        }

        var kind = step.Kind.ToString().ToLowerInvariant();
        if (talk.Now.Misreads < Third)
        {
            talk.Lead(talk.Line($"misread.{kind}"));
            Asking.Ask(talk, step);
            return;
        }

        talk.Now = talk.Now with { Misreads = 0, Offered = Ways };
        talk.Ask(talk.Line("misread.third", ("example", talk.Line($"misread.{kind}"))), [.. Ways.Select(way => new ShownChoice(way, talk.Line($"choice.{way}")))], Help);
    }

    /// <summary>Takes the way out that was offered just before, picked by its number.</summary>
    public static bool Picked(Talk talk, string text)
    {
        if (!talk.Offered.SequenceEqual(Ways) || !int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > Ways.Length)
        {
            return false;
        }

        CommandTaking.Take(talk, new Command(Ways[number - 1], ""));
        return true;
    }
}
