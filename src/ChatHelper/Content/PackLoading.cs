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
            throw new StartFault($"CHATHELPER_PACK is '{name}'; there is no folder {folder}. It must be the name of a folder below CHATHELPER_DIALOGS.");
        }

        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(PackFolder.Read(folder, diagnostics), diagnostics);
        return pack is not null && diagnostics.None
            ? pack
            : throw new StartFault($"CHATHELPER_PACK is '{name}'; a pack must be without faults to be served, this one has {diagnostics.Found.Count}:\n{string.Join('\n', diagnostics.Found)}");
    }
}
