using ChatHelper.Storage;

namespace ChatHelper.Desk;

/// <summary>Where the keys of the desk's cookies lie: in <c>desk</c> beside the keys of persons, wherever those are.</summary>
internal static class DeskKeyFolder
{
    private const string Name = "desk";

    public static DirectoryInfo Of(Engine engine)
    {
        var folder = new DirectoryInfo(Path.Combine(engine.KeyFolder, Name));
        PrivateFolder.Make(folder.FullName);
        MoveFrom(new DirectoryInfo(Path.Combine(engine.DataFolder, "keys", Name)), folder);
        return folder;
    }

    // They used to lie in the data folder whatever the settings said. Cut off in between, the next start moves the rest.
    private static void MoveFrom(DirectoryInfo former, DirectoryInfo folder)
    {
        if (!former.Exists || Path.GetFullPath(former.FullName) == Path.GetFullPath(folder.FullName))
        {
            return;
        }

        foreach (var file in former.GetFiles())
        {
            file.MoveTo(Path.Combine(folder.FullName, file.Name), overwrite: true);
        }

        former.Delete();
    }
}
