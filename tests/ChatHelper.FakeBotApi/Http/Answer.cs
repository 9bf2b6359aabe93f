using System.Buffers;
using System.Text.Json;

namespace ChatHelper.Fakes.Http;

/// <summary>The answer to one call: <c>{"ok":true,"result":…}</c> or an error. Reused by every call of a connection.</summary>
internal sealed class Answer : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _json;
    private bool _began;
    private string? _description;

    public Answer() => _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });

    public void Dispose() => _json.Dispose();

    public int Status { get; private set; } = 200;

    /// <summary>Null while the call succeeds.</summary>
    public string? Error { get; private set; }

    public ReadOnlyMemory<byte> Body => _buffer.WrittenMemory;

    public void Clear()
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        (Status, Error, _began, _description) = (200, null, false, null);
    }

    /// <summary>The writer, standing where the result belongs.</summary>
    public Utf8JsonWriter Result()
    {
        _began = true;
        _json.WriteStartObject();
        _json.WriteBoolean("ok"u8, value: true);
        _json.WritePropertyName("result"u8);
        return _json;
    }

    public void True(string? description = null)
    {
        Result().WriteBooleanValue(value: true);
        _description = description;
    }

    public void Fail(int status, string description, int retryAfter = 0, long migrateTo = 0)
    {
        Clear();
        (Status, Error, _began) = (status, description, true);
        _json.WriteStartObject();
        _json.WriteBoolean("ok"u8, value: false);
        _json.WriteNumber("error_code"u8, status);
        _json.WriteString("description"u8, description);
        if (retryAfter > 0 || migrateTo != 0)
        {
            _json.WriteStartObject("parameters"u8);
            _json.WriteNumber(retryAfter > 0 ? "retry_after"u8 : "migrate_to_chat_id"u8, retryAfter > 0 ? retryAfter : migrateTo);
            _json.WriteEndObject();
        }
    }

    public void TooManyRequests(int retryAfter) => Fail(429, $"Too Many Requests: retry after {retryAfter}", retryAfter);

    public void End()
    {
        if (!_began)
        {
            True();
        }
        if (_description is not null)
        {
            _json.WriteString("description"u8, _description);
        }
        _json.WriteEndObject();
        _json.Flush();
    }
}
