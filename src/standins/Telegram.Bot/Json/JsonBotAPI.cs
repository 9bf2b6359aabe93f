using System.Text.Json.Serialization.Metadata;

namespace Telegram.Bot;

/// <summary>How the Bot API's JSON is read and written.</summary>
public static class JsonBotAPI
{
    /// <summary>Options for the types of this assembly; other types fall back to reflection, as with the library.</summary>
    public static JsonSerializerOptions Options { get; } = Configured();

    /// <summary>Sets other options up for the Bot API, such as those of a web framework that reads updates itself.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault;
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.AllowOutOfOrderMetadataProperties = true;
        options.TypeInfoResolver = JsonTypeInfoResolver.Combine(BotJson.Default, options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver());
    }

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
