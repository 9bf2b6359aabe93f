using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ChatHelper.Fakes.Http;

internal sealed record UploadedFile(string Field, string Name, string? Mime, byte[] Bytes);

/// <summary>The arguments of one call, as slices of its body. Reused by every call of a connection.</summary>
internal sealed class Arguments
{
    private readonly List<Slot> _slots = [];
    private readonly List<UploadedFile> _files = [];
    private ReadOnlyMemory<byte> _bytes;

    public IReadOnlyList<UploadedFile> Files => _files;

    public void Clear()
    {
        _slots.Clear();
        _files.Clear();
        _bytes = default;
    }

    public void Add(UploadedFile file) => _files.Add(file);

    /// <summary>Plain fields of a form or a query; a field given twice keeps its first value.</summary>
    public void ReadPlain(IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var joined = new MemoryStream();
        joined.Write(_bytes.Span);
        foreach (var (name, value) in fields)
        {
            var nameAt = (int)joined.Length;
            joined.Write(Encoding.UTF8.GetBytes(name));
            var valueAt = (int)joined.Length;
            joined.Write(Encoding.UTF8.GetBytes(value));
            _slots.Add(new Slot(nameAt, valueAt - nameAt, valueAt, (int)joined.Length - valueAt, Shape.Plain));
        }
        _bytes = joined.ToArray();
    }

    public void ReadJson(ReadOnlyMemory<byte> body)
    {
        _bytes = body;
        var reader = new Utf8JsonReader(body.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("object expected");
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (nameAt, nameLength) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            reader.Read();
            var at = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.Null:
                    continue;
                case JsonTokenType.String:
                    _slots.Add(new Slot(nameAt, nameLength, at + 1, reader.ValueSpan.Length, reader.ValueIsEscaped ? Shape.Escaped : Shape.Plain));
                    break;
                default:
                    reader.Skip();
                    _slots.Add(new Slot(nameAt, nameLength, at, (int)reader.BytesConsumed - at, Shape.Plain));
                    break;
            }
        }
    }

    public bool Has(ReadOnlySpan<byte> name) => Find(name) is { ValueLength: > 0 };

    public string? String(ReadOnlySpan<byte> name) => Find(name) switch
    {
        null => null,
        { Shape: Shape.Escaped } slot => Unescape(slot),
        { } slot => Strict.GetString(Value(slot).Span),
    };

    public long? Number(ReadOnlySpan<byte> name) =>
        Find(name) is { } slot && Utf8Parser.TryParse(Value(slot).Span, out long value, out var used) && used == slot.ValueLength ? value : null;

    public int Whole(ReadOnlySpan<byte> name, int otherwise) => (int)Math.Clamp(Number(name) ?? otherwise, int.MinValue, int.MaxValue);

    public double? Fraction(ReadOnlySpan<byte> name) =>
        Find(name) is { } slot && Utf8Parser.TryParse(Value(slot).Span, out double value, out _) ? value : null;

    public bool? Flag(ReadOnlySpan<byte> name) =>
        Find(name) is not { } slot ? null : Value(slot).Span is var text && (text.SequenceEqual("true"u8) || text.SequenceEqual("True"u8) || text.SequenceEqual("1"u8));

    /// <summary>A nested value: the Bot API takes it as JSON or as a string that holds JSON.</summary>
    public ReadOnlyMemory<byte> Json(ReadOnlySpan<byte> name) => Find(name) switch
    {
        null => default,
        { Shape: Shape.Escaped } slot => Encoding.UTF8.GetBytes(Unescape(slot)),
        { } slot => Value(slot),
    };

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private Slot? Find(ReadOnlySpan<byte> name)
    {
        var bytes = _bytes.Span;
        foreach (var slot in _slots)
        {
            if (bytes.Slice(slot.NameAt, slot.NameLength).SequenceEqual(name))
            {
                return slot;
            }
        }
        return null;
    }

    private ReadOnlyMemory<byte> Value(Slot slot) => _bytes.Slice(slot.ValueAt, slot.ValueLength);

    private string Unescape(Slot slot)
    {
        var reader = new Utf8JsonReader(_bytes.Span.Slice(slot.ValueAt - 1, slot.ValueLength + 2));
        reader.Read();
        return reader.GetString()!;
    }

    private enum Shape { Plain, Escaped }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(int NameAt, int NameLength, int ValueAt, int ValueLength, Shape Shape);
}
