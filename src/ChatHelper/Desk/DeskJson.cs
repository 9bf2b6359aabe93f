using System.Text.Json.Serialization;

namespace ChatHelper.Desk;

/// <summary>New words of a case, for the open page.</summary>
internal sealed record DeskNews(bool Closed, IReadOnlyList<DeskNew> Words);

internal sealed record DeskNew(string Id, bool FromPerson, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeskNews))]
internal sealed partial class DeskJson : JsonSerializerContext;
