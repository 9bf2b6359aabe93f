using System.Globalization;
using System.Text;
using ChatHelper.Core.Turns;

namespace ChatHelper.Channels.Telegram;

internal enum ButtonUse
{
    /// <summary>Pressing it is the answer.</summary>
    Choice,

    /// <summary>One of several, not picked yet.</summary>
    Open,

    /// <summary>One of several, picked.</summary>
    Picked,

    /// <summary>All picked ones are the answer.</summary>
    Done,
}

/// <summary>What stands on a button, in 64 bytes: <c>version.step.choice</c>, with a sign before it for questions with
/// several answers.</summary>
/// <param name="Step">Short code of the step (<see cref="StepCode"/>).</param>
internal sealed record ButtonCode(ButtonUse Use, int Version, string Step, string Choice)
{
    private const int Longest = 64;

    /// <summary>The code; null when the choice is too long for a button.</summary>
    public static string? Of(ButtonUse use, int version, string step, string choice)
    {
        var data = string.Create(CultureInfo.InvariantCulture, $"{Sign(use)}{version}.{StepCode.Of(step)}.{choice}");
        return Encoding.UTF8.GetByteCount(data) <= Longest ? data : null;
    }

    /// <summary>Reads a code; null when it is none of ours.</summary>
    public static ButtonCode? Read(string? data)
    {
        if (string.IsNullOrEmpty(data))
        {
            return null;
        }

        var use = data[0] switch
        {
            '-' => ButtonUse.Open,
            '+' => ButtonUse.Picked,
            '=' => ButtonUse.Done,
            _ => ButtonUse.Choice,
        };
        return (use == ButtonUse.Choice ? data : data[1..]).Split('.', 3) is [var number, { Length: 8 } step, var choice]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new ButtonCode(use, version, step, choice)
            : null;
    }

    private static string Sign(ButtonUse use) => use switch
    {
        ButtonUse.Open => "-",
        ButtonUse.Picked => "+",
        ButtonUse.Done => "=",
        _ => "",
    };
}
