using System.IO.Compression;
using System.Xml.Linq;

namespace ChatHelper.Tests.Terminal;

/// <summary>A document as somebody finds it who opens the file.</summary>
internal static class HandedPaper
{
    private static readonly XNamespace s_word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The words of a Word document, a paragraph a line.</summary>
    public static string Words(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return string.Join('\n', XDocument.Load(part).Descendants(s_word + "p")
            .Select(paragraph => string.Concat(paragraph.Descendants(s_word + "t").Select(text => text.Value))));
    }
}
