using System.Globalization;
using System.Text.Json;

namespace ChatHelper.Fakes.Chats;

internal sealed class Bot(FakeBotApiOptions options)
{
    public long Id { get; } = long.Parse(options.Token.AsSpan(0, options.Token.IndexOf(':')), CultureInfo.InvariantCulture);

    public void WriteFields(Utf8JsonWriter json)
    {
        json.WriteNumber("id"u8, Id);
        json.WriteBoolean("is_bot"u8, value: true);
        json.WriteString("first_name"u8, "ChatHelper"u8);
        json.WriteString("username"u8, options.BotName);
    }
}
