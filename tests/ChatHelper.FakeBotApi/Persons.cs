using ChatHelper.Fakes.Chats;
using ChatHelper.Fakes.Record;
using ChatHelper.Fakes.Updates;

namespace ChatHelper.Fakes;

/// <summary>What people do. A private chat has its person's id; a group (id below zero) needs the user's id.</summary>
public sealed class Persons
{
    private static readonly TimeSpan MessageLife = TimeSpan.FromHours(24);
    private readonly World _world;

    internal Persons(World world) => _world = world;

    /// <summary>A person writes. Returns the message_id; the update is not offered when allowed_updates leaves it out.</summary>
    public int Text(long chatId, string text, long userId = 0, int threadId = 0) => Say(chatId, text, userId, threadId, document: null, otherFields: null);

    /// <summary>A person sends a file as a document.</summary>
    public int File(long chatId, string name, string mime, byte[] bytes, string? caption = null, long userId = 0, int threadId = 0) =>
        Say(chatId, caption, userId, threadId, _world.Files.Keep(name, mime, bytes), otherFields: null);

    /// <summary>A person sends a message of any kind: its members as JSON without the braces, such as <c>"contact":{…}</c>.</summary>
    public int Other(long chatId, string membersJson, long userId = 0, int threadId = 0) => Say(chatId, text: null, userId, threadId, document: null, membersJson);

    /// <summary>A person edits an own text.</summary>
    public void Edit(long chatId, int messageId, string text)
    {
        var chat = _world.Chats.Open(chatId);
        if (!chat.TryFind(messageId, out var message) || message.FromBot)
        {
            throw new ArgumentException($"Chat {chatId} has no message {messageId} of a person.", nameof(messageId));
        }
        var now = _world.Clock.GetUtcNow();
        lock (chat.Gate)
        {
            (message.Text, message.EditDate) = (text, now.ToUnixTimeSeconds());
        }
        _world.Updates.Offer(new UpdateEntry { Kind = "edited_message", ChatId = chatId, Text = text, OfferedAt = now }, chatId, MessageLife, message, UpdateJson.OfEdit);
    }

    /// <summary>A person presses a button. Data that no keyboard holds is a forged press and is sent as it is. Returns the callback_query id.</summary>
    public string Press(long chatId, int messageId, string data, long userId = 0)
    {
        var chat = _world.Chats.Open(chatId);
        var user = userId == 0 ? Math.Abs(chatId) : userId;
        var press = new PressedButton(_world.Callbacks.New(chatId), user, chat, messageId, data);
        var entry = new UpdateEntry { Kind = "callback_query", ChatId = chatId, Text = data, OfferedAt = _world.Clock.GetUtcNow() };
        _world.Updates.Offer(entry, user + (3L << 33), Callbacks.Life, press, UpdateJson.OfPress);
        return press.CallbackId;
    }

    /// <summary>A person takes choice <paramref name="index"/> (from 0, the last one when there are fewer) of the newest keyboard. False when there is none.</summary>
    public bool Choose(long chatId, int index, long userId = 0)
    {
        if (_world.Chats.Open(chatId).LastKeyboard is not { } message || Keyboard.Buttons(message.ReplyMarkup) is not { Count: > 0 } buttons)
        {
            return false;
        }
        var button = buttons[Math.Clamp(index, 0, buttons.Count - 1)];
        _ = button.Data is { } data ? (object)Press(chatId, message.Id, data, userId) : Text(chatId, button.Text, userId);
        return true;
    }

    /// <summary>Makes a group, with topics when <paramref name="forum"/>.</summary>
    public void AddGroup(long chatId, string title, bool forum = true) => _world.Chats.AddGroup(chatId, title, forum);

    /// <summary>The texts and data of the newest keyboard in a chat (data is null on a reply keyboard).</summary>
    public IReadOnlyList<(string Text, string? Data)> Choices(long chatId) =>
        _world.Chats.Open(chatId).LastKeyboard is { } message ? [.. Keyboard.Buttons(message.ReplyMarkup).Select(b => (b.Text, b.Data))] : [];

    /// <summary>The message_id that carries the newest keyboard, or null.</summary>
    public int? KeyboardMessage(long chatId) => _world.Chats.Open(chatId).LastKeyboard?.Id;

    /// <summary>A message's text as it stands after all edits, or null when it is gone.</summary>
    public string? Shown(long chatId, int messageId) => _world.Chats.Open(chatId).TryFind(messageId, out var message) ? message.Text : null;

    /// <summary>The bytes of a document the bot sent or a person sent, by message; null when it has none.</summary>
    public byte[]? Document(long chatId, int messageId) => _world.Chats.Open(chatId).TryFind(messageId, out var message) ? message.Document?.Bytes : null;

    private int Say(long chatId, string? text, long userId, int threadId, StoredFile? document, string? otherFields)
    {
        var chat = _world.Chats.Open(chatId);
        var now = _world.Clock.GetUtcNow();
        var message = chat.Post(userId == 0 ? Math.Abs(chatId) : userId, now, text, threadId, document: document,
            otherFields: otherFields);
        var entry = new UpdateEntry { Kind = "message", ChatId = chatId, Text = text ?? document?.Name, OfferedAt = now };
        _world.Updates.Offer(entry, chatId, MessageLife, message, UpdateJson.OfMessage);
        return message.Id;
    }
}
