using ChatHelper.Content;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Tests.Rules;

namespace ChatHelper.Tests.Delivery;

/// <summary>A menu with one way: it asks for a word and says it back, so that each word can be followed to its answer.</summary>
internal static class EchoPack
{
    public static Pack Read()
    {
        var diagnostics = new Diagnostics();
        var files = PackFolder.Read(Path.Combine(Checkout.Root, "tests/broken-packs/sound"), diagnostics).Files.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, text) in PackFolder.Read(Path.Combine(Checkout.Root, "tests/ChatHelper.Tests/Kill/pack"), diagnostics).Files)
        {
            files[name] = text;
        }

        return PackReader.Read(new PackSource("echo", files), diagnostics) ?? throw new InvalidOperationException(string.Join('\n', diagnostics.Found));
    }
}
