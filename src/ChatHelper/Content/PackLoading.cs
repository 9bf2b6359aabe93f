using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Storage;

namespace ChatHelper.Content;

/// <summary>Gets the pack that is served, or the reason why none is.</summary>
internal static class PackLoading
{
    /// <summary>Reads the pack; any fault of content stops the start, with every diagnostic in its text.</summary>
    public static Pack Load(string dialogs, string name)
    {
        var folder = Path.Combine(dialogs, name);
        if (!Directory.Exists(folder))
        {
            throw new StartFault($"There is no pack at {folder}. Set CHATHELPER_DIALOGS to the folder that holds '{name}'.");
        }

        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(PackFolder.Read(folder, diagnostics), diagnostics);
        return pack is not null && diagnostics.None
            ? pack
            : throw new StartFault($"The pack '{name}' has {diagnostics.Found.Count} faults and is not served:\n{string.Join('\n', diagnostics.Found)}");
    }
}
