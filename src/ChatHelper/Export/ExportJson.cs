using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatHelper.Export;

/// <summary>The form of <c>data.json</c>: indented, Chinese as it is, times in UTC.</summary>
internal static class ExportJson
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Form))
        {
            write(json);
        }

        return bytes.ToArray();
    }

    /// <summary>A named value; nothing for null, an empty text or an empty list.</summary>
    public static void Put(Utf8JsonWriter json, string name, object? value)
    {
        if (value is null or "" or IReadOnlyCollection<int> { Count: 0 } or IReadOnlyCollection<string> { Count: 0 })
        {
            return;
        }

        json.WritePropertyName(name);
        Put(json, value);
    }

    private static void Put(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case Action<Utf8JsonWriter> nested:
                nested(json);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset at:
                json.WriteStringValue(at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            case IEnumerable<int> numbers:
                Each(json, numbers);
                break;
            case IEnumerable<string> texts:
                Each(json, texts);
                break;
            case Enum word:
                json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName($"{word}"));
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} has no form in the copy");
        }
    }

    private static void Each<T>(Utf8JsonWriter json, IEnumerable<T> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            Put(json, value!);
        }

        json.WriteEndArray();
    }
}
