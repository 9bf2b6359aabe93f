using System.Text;

namespace Telegram.Bot.Requests;

/// <summary>A call that may carry files. With bytes of ours it is a form: a part per property and a part per file.</summary>
public abstract class FileRequestBase<TResponse>(string methodName) : RequestBase<TResponse>(methodName)
{
    private protected abstract IEnumerable<InputFile?> Files { get; }

    public override HttpContent? ToHttpContent()
    {
        var streams = Files.OfType<InputFileStream>().ToList();
        if (streams.Count == 0)
        {
            return base.ToHttpContent();
        }

        for (var part = 0; part < streams.Count; part++)
        {
            streams[part].Part = part;
        }

        var form = new MultipartFormDataContent();
        using var body = JsonDocument.Parse(ToJson());
        foreach (var property in body.RootElement.EnumerateObject())
        {
            form.Add(new StringContent(property.Value.ToString()), property.Name);
        }

        foreach (var stream in streams)
        {
            form.Add(FilePart(stream));
        }

        return form;
    }

    private static StreamContent FilePart(InputFileStream file)
    {
        var content = new StreamContent(file.Content);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{file.Part}\"; filename=\"{Quoted(file.FileName ?? "file")}\"");
        return content;
    }

    // Headers are written as Latin-1, a character a byte; this makes those bytes the UTF-8 of the name. Quotes and line ends would end the header.
    private static string Quoted(string name) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(
        name.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A")));
}
