using System.Text.Json;

namespace ChatHelper.Export;

/// <summary>What of a kind of thing goes into the copy that a person gets, property by property, and what does not, each with its
/// reason. A property that stands in neither list goes nowhere, and a test fails.</summary>
internal sealed class Shape<T>
{
    private readonly List<(string Property, Func<T, object?> Value)> _kept = [];
    private readonly Dictionary<string, string> _leftOut = new(StringComparer.Ordinal);

    public IEnumerable<string> Kept => _kept.Select(one => one.Property);

    public IReadOnlyDictionary<string, string> LeftOut => _leftOut;

    public Shape<T> Keep(string property, Func<T, object?> value)
    {
        _kept.Add((property, value));
        return this;
    }

    public Shape<T> LeaveOut(string reason, params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            _leftOut.Add(property, reason);
        }

        return this;
    }

    /// <summary>Writes a thing; what is empty is not written.</summary>
    public void Write(Utf8JsonWriter json, T thing)
    {
        json.WriteStartObject();
        foreach (var (property, value) in _kept)
        {
            ExportJson.Put(json, JsonNamingPolicy.CamelCase.ConvertName(property), value(thing));
        }

        json.WriteEndObject();
    }

    /// <summary>Many things, as a value of another one.</summary>
    public Action<Utf8JsonWriter>? Each(IReadOnlyCollection<T> things) => things.Count == 0 ? null : json =>
    {
        json.WriteStartArray();
        foreach (var thing in things)
        {
            Write(json, thing);
        }

        json.WriteEndArray();
    };

    /// <summary>One thing, as a value of another one.</summary>
    public Action<Utf8JsonWriter>? One(T? thing) => thing is null ? null : json => Write(json, thing);
}
