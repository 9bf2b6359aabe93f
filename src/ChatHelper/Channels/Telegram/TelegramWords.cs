using ChatHelper.Core.Lines;

namespace ChatHelper.Channels.Telegram;

/// <summary>The channel's own words, from the pack: button labels, marks, the command menu.</summary>
internal sealed class TelegramWords(LineBook lines)
{
    /// <summary>Commands of the menu, in its order.</summary>
    private static readonly string[] Commands = ["start", "letters", "human", "pause", "erase", "help"];

    public IReadOnlyList<string> Languages => lines.Languages;

    public string Line(string language, string id) => lines.Find(language, id)?.Text ?? id;

    /// <summary>The menu in a language: those commands that the pack has words for.</summary>
    public IReadOnlyList<(string Command, string Text)> Menu(string language) =>
        [.. Commands.Where(command => lines.Has($"telegram.command.{command}")).Select(command => (command, Line(language, $"telegram.command.{command}")))];
}
