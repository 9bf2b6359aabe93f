namespace ChatHelper.Tests.Rules;

/// <summary>The files of this checkout.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> Sources(string below) => Directory
        .EnumerateFiles(Path.Combine(Root, below), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/"));

    public static string Name(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatHelper.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests run inside the checkout");
    }
}
