using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatHelper.Channels.Telegram;

/// <summary>Keyboards on which one of several was marked lately, as they stand after it. A press carries the keyboard that the person saw:
/// of two quick ones the second does not know of the first.</summary>
internal sealed class Toggling(PressAnswering presses)
{
    /// <summary>Keyboards that are remembered.</summary>
    public const int Most = 2000;

    private readonly Dictionary<(long Chat, int Message), Shown> _shown = [];
    private readonly Queue<(long Chat, int Message)> _order = new();
    private readonly Lock _gate = new();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _shown.Count;
            }
        }
    }

    /// <summary>The keyboard of a message as it is after all presses.</summary>
    public InlineKeyboardMarkup? Now(Message message)
    {
        lock (_gate)
        {
            return _shown.GetValueOrDefault((message.Chat.Id, message.Id))?.Keyboard ?? message.ReplyMarkup;
        }
    }

    /// <summary>Marks or unmarks one. What is shown follows: of quick presses only the last is sent.</summary>
    public void Press(Message message, string pressed)
    {
        lock (_gate)
        {
            var key = (message.Chat.Id, message.Id);
            if (!_shown.TryGetValue(key, out var shown))
            {
                if (_order.Count >= Most)
                {
                    _shown.Remove(_order.Dequeue());
                }

                _order.Enqueue(key);
                _shown[key] = shown = new Shown(message.ReplyMarkup!);
            }

            shown.Keyboard = ReplyKeyboard.Toggled(shown.Keyboard, pressed);
            shown.Sent = false;
            if (!shown.Sending)
            {
                shown.Sending = true;
                _ = Send(message, shown);
            }
        }
    }

    private async Task Send(Message message, Shown shown)
    {
        while (true)
        {
            InlineKeyboardMarkup keyboard;
            lock (_gate)
            {
                if (shown.Sent)
                {
                    shown.Sending = false;
                    return;
                }

                (keyboard, shown.Sent) = (shown.Keyboard, true);
            }

            await presses.Keyboard(message, keyboard);
        }
    }

    private sealed class Shown(InlineKeyboardMarkup keyboard)
    {
        public InlineKeyboardMarkup Keyboard { get; set; } = keyboard;

        public bool Sent { get; set; }

        public bool Sending { get; set; }
    }
}
