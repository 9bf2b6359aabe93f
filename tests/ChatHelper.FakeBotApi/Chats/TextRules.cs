using System.Text.Json;

namespace ChatHelper.Fakes.Chats;

/// <summary>Lengths count UTF-16 units, the stricter reading of "characters"; entities must lie inside the text and cut no pair.</summary>
internal static class TextRules
{
    public const int LongestText = 4096;
    public const int LongestCaption = 1024;

    public static string? Fault(string? text, ReadOnlyMemory<byte> entities, string? parseMode)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "message text is empty";
        }
        if (string.IsNullOrWhiteSpace(text))
        {
            return "text must be non-empty";
        }
        return text.Length > LongestText ? "message is too long" : ParseModeFault(parseMode) ?? EntityFault(text, entities);
    }

    public static string? CaptionFault(string? caption, ReadOnlyMemory<byte> entities, string? parseMode) =>
        caption?.Length > LongestCaption ? "message caption is too long" : ParseModeFault(parseMode) ?? EntityFault(caption ?? "", entities);

    // Only entities are judged: a text with marks that are not understood must not pass as if it were plain.
    private static string? ParseModeFault(string? parseMode) =>
        string.IsNullOrEmpty(parseMode) || parseMode == "None" ? null : "unsupported parse_mode";

    private static string? EntityFault(string text, ReadOnlyMemory<byte> entities)
    {
        if (entities.IsEmpty)
        {
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(entities);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return "can't parse entities: expected an Array";
            }
            return document.RootElement.GetArrayLength() > 100
                ? "can't parse entities: too many"
                : document.RootElement.EnumerateArray().Select(e => OneFault(text, e)).FirstOrDefault(f => f is not null);
        }
        catch (JsonException)
        {
            return "can't parse entities JSON object";
        }
    }

    private static string? OneFault(string text, JsonElement entity)
    {
        if (entity.ValueKind != JsonValueKind.Object)
        {
            return "can't parse MessageEntity: expected an Object";
        }
        if (!entity.TryGetProperty("type"u8, out var type) || type.ValueKind != JsonValueKind.String)
        {
            return "can't parse MessageEntity: Field \"type\" must be of type String";
        }
        if (!entity.TryGetProperty("offset"u8, out var from) || !from.TryGetInt32(out var offset) || !entity.TryGetProperty("length"u8, out var size) || !size.TryGetInt32(out var length))
        {
            return "can't parse MessageEntity: Field \"offset\" and \"length\" must be of type Number";
        }
        if (offset < 0 || length <= 0 || (long)offset + length > text.Length)
        {
            return "ENTITY_BOUNDS_INVALID";
        }
        if (type.ValueEquals("text_link"u8) && !entity.TryGetProperty("url"u8, out _))
        {
            return "can't parse MessageEntity: Can't find field \"url\"";
        }
        if (char.IsLowSurrogate(text[offset]))
        {
            return "entity begins in a middle of a UTF-16 symbol";
        }
        var end = offset + length;
        return end < text.Length && char.IsLowSurrogate(text[end]) ? "entity ends in a middle of a UTF-16 symbol" : null;
    }
}
