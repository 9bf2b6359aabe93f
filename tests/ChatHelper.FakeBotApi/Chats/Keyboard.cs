using System.Text;
using System.Text.Json;

namespace ChatHelper.Fakes.Chats;

/// <summary>One button: inline with data, or a key of a reply keyboard (no data).</summary>
internal readonly record struct Button(string Text, string? Data);

/// <summary>The rules a reply_markup must obey, and its buttons.</summary>
internal static class Keyboard
{
    private const int MostButtons = 100;

    /// <summary>The description of the 400, or null.</summary>
    public static string? Fault(ReadOnlySpan<byte> markup, bool inlineOnly)
    {
        if (markup.IsEmpty)
        {
            return null;
        }
        try
        {
            var reader = new Utf8JsonReader(markup);
            reader.Read();
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return "object expected as reply markup";
            }
            if (root.TryGetProperty("inline_keyboard"u8, out var inline))
            {
                return Rows(inline, InlineFault, "Field \"inline_keyboard\" must be an Array of Arrays");
            }
            if (inlineOnly)
            {
                return "inline keyboard expected";
            }
            return root.TryGetProperty("keyboard"u8, out var keys)
                ? Rows(keys, static k => k.ValueKind == JsonValueKind.String || Text(k).Length > 0 ? null : "can't parse keyboard button: Field \"text\" must be of type String", "Field \"keyboard\" must be an Array of Arrays")
                : null;
        }
        catch (JsonException)
        {
            return "can't parse reply keyboard markup JSON object";
        }
    }

    public static List<Button> Buttons(ReadOnlyMemory<byte> markup)
    {
        var buttons = new List<Button>();
        if (markup.IsEmpty)
        {
            return buttons;
        }
        using var document = JsonDocument.Parse(markup);
        var inline = document.RootElement.TryGetProperty("inline_keyboard"u8, out var rows);
        if (!inline && !document.RootElement.TryGetProperty("keyboard"u8, out rows))
        {
            return buttons;
        }
        foreach (var button in rows.EnumerateArray().SelectMany(r => r.EnumerateArray()))
        {
            if (!inline)
            {
                buttons.Add(new Button(button.ValueKind == JsonValueKind.String ? button.GetString()! : Text(button), Data: null));
            }
            else if (button.TryGetProperty("callback_data"u8, out var data))
            {
                buttons.Add(new Button(Text(button), data.GetString()));
            }
        }
        return buttons;
    }

    private static string? Rows(JsonElement rows, Func<JsonElement, string?> fault, string shape)
    {
        if (rows.ValueKind != JsonValueKind.Array || rows.EnumerateArray().Any(r => r.ValueKind != JsonValueKind.Array))
        {
            return shape;
        }
        var count = 0;
        foreach (var button in rows.EnumerateArray().SelectMany(r => r.EnumerateArray()))
        {
            if (++count > MostButtons)
            {
                return "reply markup is too long";
            }
            if (fault(button) is { } wrong)
            {
                return wrong;
            }
        }
        return null;
    }

    private static string? InlineFault(JsonElement button)
    {
        if (button.ValueKind != JsonValueKind.Object)
        {
            return "can't parse inline keyboard button: InlineKeyboardButton must be an Object";
        }
        if (Text(button).Length == 0)
        {
            return "can't parse inline keyboard button: Field \"text\" must be of type String";
        }
        if (button.TryGetProperty("callback_data"u8, out var data) && data.ValueKind == JsonValueKind.String && data.GetString() is { Length: > 0 } value)
        {
            return Encoding.UTF8.GetByteCount(value) > 64 ? "BUTTON_DATA_INVALID" : null;
        }
        if (button.TryGetProperty("copy_text"u8, out var copy))
        {
            return copy.ValueKind == JsonValueKind.Object && Text(copy).Length is >= 1 and <= 256 ? null : "BUTTON_COPY_TEXT_INVALID";
        }
        return button.EnumerateObject().Any(p => p.Name is "url" or "web_app" or "login_url" or "switch_inline_query" or "switch_inline_query_current_chat" or "pay")
            ? null
            : "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
    }

    private static string Text(JsonElement owner) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty("text"u8, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
