namespace Telegram.Bot.Types;

/// <summary>The text that a press copies, at most 256 characters.</summary>
public class CopyTextButton
{
    public string Text { get; set; } = default!;

    public static implicit operator string(CopyTextButton self) => self.Text;

    public static implicit operator CopyTextButton(string text) => new() { Text = text };
}
