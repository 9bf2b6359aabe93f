using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ChatHelper.Fakes.Chats;

/// <summary>A private chat (id above zero) or a group, with its messages and topics.</summary>
internal sealed class Chat(long id, string? title, bool forum, Bot bot, int keep)
{
    private readonly Dictionary<int, Message> _messages = [];
    private readonly Dictionary<int, bool> _topics = [];
    private int _last;

    public Lock Gate { get; } = new();
    public long Id => id;
    public long BotId => bot.Id;
    public bool IsGroup => id < 0;
    public bool IsForum => forum;

    /// <summary>The newest message of the bot that carries a keyboard.</summary>
    public Message? LastKeyboard { get; private set; }

    /// <summary>Told of every message and edit of the bot, outside the lock.</summary>
    public Action<Message>? Heard { get; set; }

    public Message Post(long from, DateTimeOffset at, string? text, int thread = 0, ReadOnlyMemory<byte> entities = default,
        ReadOnlyMemory<byte> replyMarkup = default, StoredFile? document = null, string? otherFields = null, bool isProtected = false)
    {
        lock (Gate)
        {
            var message = new Message
            {
                Chat = this, Id = ++_last, Date = at.ToUnixTimeSeconds(), From = from, Text = text, Thread = thread,
                Entities = entities, ReplyMarkup = replyMarkup, Document = document, OtherFields = otherFields,
                Protected = isProtected,
            };
            _messages[_last] = message;
            _messages.Remove(_last - keep);
            if (from == BotId && message.HasKeyboard)
            {
                LastKeyboard = message;
            }
            return message;
        }
    }

    public void Keyboard(Message message)
    {
        lock (Gate)
        {
            LastKeyboard = message.HasKeyboard ? message : LastKeyboard == message ? null : LastKeyboard;
        }
    }

    public bool TryFind(long messageId, [NotNullWhen(true)] out Message? message)
    {
        lock (Gate)
        {
            return _messages.TryGetValue((int)messageId, out message);
        }
    }

    public void Delete(int messageId)
    {
        lock (Gate)
        {
            if (_messages.Remove(messageId, out var gone) && gone == LastKeyboard)
            {
                LastKeyboard = null;
            }
        }
    }

    public int OpenTopic()
    {
        lock (Gate)
        {
            _topics.Add(++_last, value: true);
            return _last;
        }
    }

    public bool HasTopic(int thread)
    {
        lock (Gate)
        {
            return _topics.ContainsKey(thread);
        }
    }

    /// <summary>Null when there is no such topic, false when it already is as asked.</summary>
    public bool? SetTopic(int thread, bool open)
    {
        lock (Gate)
        {
            if (!_topics.TryGetValue(thread, out var now))
            {
                return null;
            }
            _topics[thread] = open;
            return now != open;
        }
    }

    /// <summary>Its messages, which are gone with it; null when there is no such topic.</summary>
    public IReadOnlyList<Message>? DeleteTopic(int thread)
    {
        lock (Gate)
        {
            if (!_topics.Remove(thread))
            {
                return null;
            }
            List<Message> gone = [.. _messages.Values.Where(message => message.Thread == thread)];
            gone.ForEach(message => _messages.Remove(message.Id));
            return gone;
        }
    }

    public void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name)
    {
        json.WriteStartObject(name);
        json.WriteNumber("id"u8, id);
        if (IsGroup)
        {
            json.WriteString("title"u8, title);
            json.WriteString("type"u8, "supergroup"u8);
            if (forum)
            {
                json.WriteBoolean("is_forum"u8, value: true);
            }
        }
        else
        {
            json.WriteString("first_name"u8, title);
            json.WriteString("type"u8, "private"u8);
        }
        json.WriteEndObject();
    }

    public void WriteUser(Utf8JsonWriter json, ReadOnlySpan<byte> name, long userId)
    {
        json.WriteStartObject(name);
        if (userId == BotId)
        {
            bot.WriteFields(json);
        }
        else
        {
            json.WriteNumber("id"u8, userId);
            json.WriteBoolean("is_bot"u8, value: false);
            json.WriteString("first_name"u8, IsGroup ? "Volunteer" : title);
            json.WriteString("language_code"u8, "zh-hans"u8);
        }
        json.WriteEndObject();
    }
}
