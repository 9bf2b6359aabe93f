using System.IO.Compression;
using ChatHelper.Content;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Papers;
using ChatHelper.Core.Turns;
using ChatHelper.Papers;
using ChatHelper.Tests.Rules;

namespace ChatHelper.Tests.Papers;

/// <summary>Letters as text, made into files by the real pack.</summary>
internal static class Samples
{
    public static PaperFonts Fonts { get; } = new("SimHei", "SimSun");

    public static Lazy<Pack> China { get; } = new(() =>
        PackReader.Read(PackFolder.Read(Path.Combine(Checkout.Root, "dialogs/china"), new Diagnostics()), new Diagnostics())!);

    public static string Text(string letter) =>
        System.IO.File.ReadAllText(Path.Combine(Checkout.Root, "tests/ChatHelper.Core.Tests/Papers", $"{letter}.txt")).Trim();

    public static Paper Paper(string letter) => PaperReader.Of(Text(letter), "zh-Hans", landscape: letter == "D16");

    /// <summary>What people type into everything, as a paper with a grid.</summary>
    public static Paper Hostile { get; } = PaperReader.Of(
        "\0标题\u202E<w:p>&amp;\n一、\u0001\uD800 ]]>\n1. \uFFFE\uFFFF😀\n甲｜乙\n\u0007｜<x>\n日｜0｜1｜2｜3｜4\n11-11｜1｜2｜3｜4｜99999999999\n" + new string('长', 20_000),
        "zh-Hant", landscape: true);

    public static ReplyFile File(string letter, bool pdf = false) => new($"{letter}.{(pdf ? "pdf" : "docx")}", pdf ? PageLayout.Pdf : PageLayout.Docx, Text(letter))
    {
        Pages = new PageLayout("zh-Hans", Landscape: letter == "D16", pdf),
    };

    public static IReadOnlyDictionary<string, string> Parts(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry => new StreamReader(entry.Open()).ReadToEnd(), StringComparer.Ordinal);
    }
}
