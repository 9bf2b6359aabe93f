using System.Globalization;

namespace Telegram.Bot.Types;

/// <summary>A chat by number or by the @name of a channel.</summary>
[JsonConverter(typeof(ChatIdConverter))]
public class ChatId : IEquatable<ChatId>
{
    public ChatId(long identifier) => Identifier = identifier;

    /// <exception cref="ArgumentException">Neither a number nor a name that starts with @.</exception>
    public ChatId(string username)
    {
        ArgumentNullException.ThrowIfNull(username);
        if (username is ['@', _, ..])
        {
            Username = username;
        }
        else
        {
            Identifier = long.TryParse(username, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new ArgumentException("A chat is named by its number or by a name that starts with @.", nameof(username));
        }
    }

    public long? Identifier { get; }

    public string? Username { get; }

    public static implicit operator ChatId(long identifier) => new(identifier);

    public static implicit operator ChatId(string username) => new(username);

    [return: NotNullIfNotNull(nameof(chat))]
    public static implicit operator ChatId?(Chat? chat) => chat is null ? null : new ChatId(chat.Id);

    [return: NotNullIfNotNull(nameof(user))]
    public static implicit operator ChatId?(User? user) => user is null ? null : new ChatId(user.Id);

    public static bool operator ==(ChatId? obj1, ChatId? obj2) => obj1?.Equals(obj2) ?? obj2 is null;

    public static bool operator !=(ChatId? obj1, ChatId? obj2) => !(obj1 == obj2);

    public bool Equals(ChatId? other) => other is not null
        && Identifier == other.Identifier
        && string.Equals(Username, other.Username, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as ChatId);

    public override int GetHashCode() =>
        Identifier?.GetHashCode() ?? StringComparer.OrdinalIgnoreCase.GetHashCode(Username!);

    public override string ToString() => Username ?? Identifier!.Value.ToString(CultureInfo.InvariantCulture);
}
