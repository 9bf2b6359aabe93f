using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ChatHelper.Fakes.Http;

/// <summary>Turns a body of any of the three accepted kinds into <see cref="Arguments"/>.</summary>
internal static class BodyReading
{
    public const int Largest = 51 << 20;

    /// <summary>Reads the whole body into the given buffer, which the exchange keeps.</summary>
    public static async ValueTask<bool> ReadAllAsync(PipeReader pipe, ArrayBufferWriter<byte> into, CancellationToken stop)
    {
        while (true)
        {
            var read = await pipe.ReadAsync(stop);
            foreach (var segment in read.Buffer)
            {
                into.Write(segment.Span);
            }
            pipe.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || into.WrittenCount > Largest)
            {
                return into.WrittenCount <= Largest;
            }
        }
    }

    public static ValueTask FillAsync(Arguments arguments, string? contentType, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return default;
        }
        if (contentType is null || contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            arguments.ReadJson(body);
            return default;
        }
        if (contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return FillFormAsync(arguments, body);
        }
        return contentType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) ? FillMultipartAsync(arguments, contentType, body) : default;
    }

    private static async ValueTask FillFormAsync(Arguments arguments, ReadOnlyMemory<byte> body)
    {
        using var stream = new MemoryStream(body.ToArray());
        using var reader = new FormReader(stream) { ValueLengthLimit = 1 << 20 };
        var fields = await reader.ReadFormAsync();
        arguments.ReadPlain(fields.Select(f => KeyValuePair.Create(f.Key, f.Value.ToString())));
    }

    private static async ValueTask FillMultipartAsync(Arguments arguments, string contentType, ReadOnlyMemory<byte> body)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).ToString();
        using var stream = new MemoryStream(body.ToArray());
        var reader = new MultipartReader(boundary, stream);
        var fields = new List<KeyValuePair<string, string>>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            var disposition = section.GetContentDispositionHeader();
            var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes);
            var fileName = disposition is null ? null : (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).Value;
            if (string.IsNullOrEmpty(fileName))
            {
                fields.Add(KeyValuePair.Create(name, System.Text.Encoding.UTF8.GetString(bytes.ToArray())));
            }
            else
            {
                arguments.Add(new UploadedFile(name, fileName, section.ContentType, bytes.ToArray()));
            }
        }
        arguments.ReadPlain(fields);
    }
}
