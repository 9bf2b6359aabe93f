using System.Net;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ChatHelper.Channels.Web;

/// <summary>What a form of the witness page sends.</summary>
internal sealed class WitnessForm
{
    private const int LongestForm = 64 << 10;
    private const int LongestValue = 16 << 10;
    private const int MostParts = 12;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string Language => Value("lang");

    /// <summary>The code; null when none of its form was sent.</summary>
    public string? Code => WitnessCode.Read(Value("code"));

    public WitnessWords Words => new(Value("relation"), Value("when"), Value("number"), Value("said"));

    public bool Consents => Value("consent") == "yes";

    /// <summary>The picture as it was kept or refused; null without one.</summary>
    public GivenFile? Picture { get; private set; }

    /// <summary>Reads a form without a picture. The form reader of the framework refuses signs that a keyboard can send.</summary>
    public static async Task<WitnessForm> Read(HttpContext context)
    {
        var form = new WitnessForm();
        using var reader = new StreamReader(context.Request.Body);
        var signs = new char[LongestForm];
        var length = await reader.ReadBlockAsync(signs, context.RequestAborted);
        foreach (var pair in new string(signs, 0, length).Split('&', MostParts))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            form._values[WebUtility.UrlDecode(at < 0 ? pair : pair[..at])] = at < 0 ? "" : WebUtility.UrlDecode(pair[(at + 1)..]);
        }

        return form;
    }

    /// <summary>Reads a form with a picture as a stream: the form reader of the framework would put it into the temporary folder in clear.</summary>
    /// <param name="keep">Keeps the picture; asked once, when all other fields are known. Null: it is not wanted.</param>
    public static async Task<WitnessForm> Read(HttpContext context, string boundary, Func<WitnessForm, string, Stream, Task<GivenFile?>> keep)
    {
        var form = new WitnessForm();
        var reader = new MultipartReader(boundary, context.Request.Body);
        for (var parts = 0; parts < MostParts && await reader.ReadNextSectionAsync(context.RequestAborted) is { } section; parts++)
        {
            if (section.GetContentDispositionHeader() is not { } part)
            {
                continue;
            }

            if (part.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).ToString();
                form.Picture = await keep(form, name, section.Body);
                return form;
            }

            form._values[HeaderUtilities.RemoveQuotes(part.Name).ToString()] = await Text(section, context.RequestAborted);
        }

        return form;
    }

    private static async Task<string> Text(MultipartSection section, CancellationToken stop)
    {
        using var reader = new StreamReader(section.Body);
        var signs = new char[LongestValue];
        var length = await reader.ReadBlockAsync(signs, stop);
        return new string(signs, 0, length);
    }

    private string Value(string name) => _values.GetValueOrDefault(name, "");
}
