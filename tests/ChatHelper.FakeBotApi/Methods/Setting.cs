using System.Text;
using System.Text.Json;
using ChatHelper.Fakes.Http;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Fakes.Methods;

/// <summary>The bot itself, its commands, and files to fetch.</summary>
internal sealed class Setting(World world)
{
    private const int LargestDownload = 20 << 20;

    public ValueTask GetMe(Call call)
    {
        var json = call.Answer.Result();
        json.WriteStartObject();
        world.Bot.WriteFields(json);
        json.WriteBoolean("can_join_groups"u8, value: true);
        json.WriteBoolean("can_read_all_group_messages"u8, value: false);
        json.WriteBoolean("supports_inline_queries"u8, value: false);
        json.WriteEndObject();
        return default;
    }

    public ValueTask SetMyCommands(Call call)
    {
        var given = call.Arguments.Json("commands"u8);
        if (given.IsEmpty)
        {
            call.Refuse("can't parse commands JSON object");
            return default;
        }
        using var document = JsonDocument.Parse(given);
        if (document.RootElement.ValueKind != JsonValueKind.Array || document.RootElement.EnumerateArray().Any(c => c.ValueKind != JsonValueKind.Object))
        {
            call.Refuse("expected an Array of BotCommand");
        }
        else if (document.RootElement.GetArrayLength() > 100)
        {
            call.Refuse("BOT_COMMANDS_TOO_MUCH");
        }
        else if (document.RootElement.EnumerateArray().Any(c => !IsCommand(Text(c, "command"u8))))
        {
            call.Refuse("BOT_COMMAND_INVALID");
        }
        else if (document.RootElement.EnumerateArray().Any(c => Text(c, "description"u8).Length is 0 or > 256))
        {
            call.Refuse("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        else
        {
            world.Enter(call, LedgerKind.Called, chatId: 0, Encoding.UTF8.GetString(given.Span));
            call.Answer.True();
        }
        return default;
    }

    public ValueTask GetFile(Call call)
    {
        if (world.Files.ById(call.Arguments.String("file_id"u8)) is not { } file)
        {
            call.Refuse("invalid file_id");
        }
        else if (file.Length > LargestDownload)
        {
            call.Refuse("file is too big");
        }
        else
        {
            var json = call.Answer.Result();
            json.WriteStartObject();
            file.WriteFields(json, withPath: true);
            json.WriteEndObject();
        }
        return default;
    }

    private static bool IsCommand(string name) => name.Length is >= 1 and <= 32 && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');

    private static string Text(JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
