using System.Diagnostics;
using System.Text.Json;

namespace ChatHelper.Tests.Canary;

/// <summary>A test that needs exiftool; where there is none it says so and is counted as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExifFactAttribute : FactAttribute
{
    public ExifFactAttribute() => Skip = Exif.Program is null ? "NO EXIFTOOL HERE: nobody has looked for notes in our pictures (apt-get install libimage-exiftool-perl)" : null;
}

/// <summary>What exiftool reads and writes.</summary>
internal static class Exif
{
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "exiftool")).FirstOrDefault(File.Exists);

    /// <summary>All tags of all files below a folder, as <c>Group:Tag</c>, those of the file system and of exiftool itself left out.</summary>
    public static async Task<IReadOnlyList<(string File, string Tag, string Value)>> Read(string folder)
    {
        using var tags = JsonDocument.Parse(await Run("-j", "-G1", "-a", "-u", "-r", "-q", "-x", "System:all", "-x", "ExifTool:all", folder));
        return [.. tags.RootElement.EnumerateArray().SelectMany(file => file.EnumerateObject()
            .Where(tag => tag.Name != "SourceFile").Select(tag => (Path.GetFileName(file.GetProperty("SourceFile").GetString()!), tag.Name, tag.Value.ToString())))];
    }

    public static async Task<string> Run(params string[] words)
    {
        using var program = Process.Start(new ProcessStartInfo(Program!, words) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (said, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        Assert.True(program.ExitCode == 0, await errors);
        return await said;
    }
}
