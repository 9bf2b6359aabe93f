namespace ChatHelper.Storage;

/// <summary>Two programs on one folder would each trust what they remember: only one may, until it ends in whatever way.</summary>
internal static class DataLock
{
    private const string Name = "chathelper.lock";
    private const string Marker = "chathelper.restoring";

    /// <exception cref="StartFault">Somebody has it, or what lies in it is half restored.</exception>
    public static FileStream Take(string folder, bool restoring = false)
    {
        try
        {
            FolderSync.Create(folder);
            var held = new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (!restoring && File.Exists(Cut(folder)))
            {
                held.Dispose();
                throw new StartFault($"A restore of {folder} was cut off in its middle. Run 'chathelper restore {File.ReadAllText(Cut(folder))}' again; nothing is lost, what was there lies in {folder}/before-*.");
            }

            return held;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartFault($"CHATHELPER_DATA is '{folder}'; it must be a folder that this user may write and no other program uses: {fault.Message}", fault);
        }
    }

    /// <summary>The file that stands there while a restore puts its parts in place.</summary>
    public static string Cut(string folder) => Path.Combine(folder, Marker);
}
