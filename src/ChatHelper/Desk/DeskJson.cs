using System.Text.Json.Serialization;

namespace ChatHelper.Desk;

/// <summary>New words of a case, for the open page.</summary>
internal sealed record DeskNews(IReadOnlyList<DeskNew> Words);

internal sealed record DeskNew(string Id, bool FromPerson, IReadOnlyList<DeskPart> Parts);

/// <summary>A piece of a word as it may be shown.</summary>
/// <param name="Field">Where what is masked can be asked for; null: nothing is.</param>
internal sealed record DeskPart(string Text, string? Field)
{
    public override string ToString() => nameof(DeskPart);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeskNews))]
internal sealed partial class DeskJson : JsonSerializerContext;
