using ChatHelper.Papers;
using ChatHelper.Storage;

namespace ChatHelper;

/// <summary>What the operator can set, from the environment. A wrong value is one clear line before anything starts.</summary>
/// <param name="DataFolder"><c>CHATHELPER_DATA</c>: database, files and keys; made when missing.</param>
/// <param name="DialogsFolder"><c>CHATHELPER_DIALOGS</c>: folder with the packs.</param>
/// <param name="PackName"><c>CHATHELPER_PACK</c>: which pack is served.</param>
/// <param name="Url"><c>CHATHELPER_URL</c>: where the web chat and the desk listen.</param>
/// <param name="PublicUrl"><c>PUBLIC_URL</c>: where people reach our pages from anywhere; null: nowhere.</param>
/// <param name="Office"><c>CHATHELPER_SOFFICE</c>: the LibreOffice that makes PDFs; else that of the PATH. It works in memory, or in the folder
/// that <c>CHATHELPER_PDF_FOLDER</c> names. Null: there is no LibreOffice or no such place, PDFs are not offered.</param>
internal sealed record Settings(string DataFolder, string DialogsFolder, string PackName, string Url, Uri? PublicUrl, PdfOffice? Office)
{
    /// <summary>Where somebody who has the web chat open reaches our pages; null when we listen on every address and know none by name.</summary>
    public Uri? Here => new Uri(Url) is { Host: not ("0.0.0.0" or "[::]") } url ? url : null;

    public static Settings Read(Func<string, string?> variable)
    {
        var url = variable("CHATHELPER_URL") ?? "http://127.0.0.1:8080";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme != Uri.UriSchemeHttp || parsed.PathAndQuery != "/" || parsed.UserInfo.Length > 0)
        {
            throw new StartFault($"CHATHELPER_URL is '{url}'; it must be an http address without a path such as http://127.0.0.1:8080 (TLS belongs to a proxy in front).");
        }

        return new Settings(
            Path.GetFullPath(variable("CHATHELPER_DATA") ?? "data"),
            Path.GetFullPath(variable("CHATHELPER_DIALOGS") ?? Dialogs()),
            variable("CHATHELPER_PACK") ?? "china",
            url,
            variable("PUBLIC_URL")?.Trim() is { Length: > 0 } reached ? Reached(reached) : null,
            FindOffice(variable("CHATHELPER_SOFFICE"), variable("PATH") ?? "") is { } office && PdfFolder.Place(PdfPlace(variable)) is { } place ? new PdfOffice(office, place) : null);
    }

    private static string? PdfPlace(Func<string, string?> variable) => variable("CHATHELPER_PDF_FOLDER")?.Trim() is not { Length: > 0 } named ? null
        : Directory.Exists(named) ? Path.GetFullPath(named)
        : throw new StartFault($"CHATHELPER_PDF_FOLDER is '{named}'; it must be a folder that is there. Letters stand in clear in it for seconds: an encrypted disk, or memory.");

    private static string? FindOffice(string? named, string path)
    {
        if (named is { Length: > 0 })
        {
            return File.Exists(named)
                ? Path.GetFullPath(named)
                : throw new StartFault($"CHATHELPER_SOFFICE is '{named}'; it must be the program soffice of a LibreOffice on this machine.");
        }

        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
    }

    private static Uri Reached(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            && (parsed.Scheme == Uri.UriSchemeHttps || (parsed.Scheme == Uri.UriSchemeHttp && parsed.IsLoopback))
            ? parsed
            : throw new StartFault($"PUBLIC_URL is '{url}'; it must be an https address without a path, or http on this machine (127.0.0.1).");

    // A checkout has the dialogs in its root, an installed program beside itself.
    private static string Dialogs()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "dialogs")))
            {
                return Path.Combine(folder.FullName, "dialogs");
            }
        }

        return Path.Combine(AppContext.BaseDirectory, "dialogs");
    }
}
