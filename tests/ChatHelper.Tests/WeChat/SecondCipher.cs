using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ChatHelper.Tests.WeChat;

/// <summary>A test that needs Node and npm; where they are missing, or npm reaches no registry, it says so and is counted as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SecondCipherFactAttribute : FactAttribute
{
    public SecondCipherFactAttribute() => Skip = SecondCipher.Lacks;
}

/// <summary>The npm package @wecom/crypto, which others wrote after the same description; it is fetched beside the tests and stays there.</summary>
internal static class SecondCipher
{
    private const string Package = "@wecom/crypto@1.0.1";

    private const string Script = """
        const { decrypt, encrypt, getSignature } = require('@wecom/crypto');
        const cases = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        process.stdout.write(JSON.stringify(cases.map(({ key, id, text, random, sealed }) => ({
          sealed: encrypt(key, text, id, Buffer.from(random, 'base64')), ...(({ message, id }) => ({ message, id }))(decrypt(key, sealed)),
          signature: getSignature('pamtest', '1795005000', '1320562132', sealed) }))));
        """;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "second-cipher");

    /// <summary>Null: nothing.</summary>
    public static string? Lacks { get; } = Found("node") is null || Found("npm") is null ? "sealed bodies are compared with a second implementation: that needs Node and npm"
        : File.Exists(Path.Combine(Folder, "node_modules", "@wecom", "crypto", "package.json")) || Fetched() ? null
        : $"sealed bodies are compared with a second implementation: npm could not fetch {Package}";

    public static IReadOnlyList<Outcome> Do(IReadOnlyList<Given> texts) =>
        JsonSerializer.Deserialize<List<Outcome>>(Run("node", ["-e", Script], JsonSerializer.Serialize(texts, JsonSerializerOptions.Web)), JsonSerializerOptions.Web)!;

    private static bool Fetched()
    {
        Directory.CreateDirectory(Folder);
        try
        {
            Run("npm", ["install", "--prefix", Folder, "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000", Package], "");
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Run(string program, string[] words, string input)
    {
        using var run = Process.Start(new ProcessStartInfo(Found(program)!, words)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8, WorkingDirectory = Folder,
        })!;
        var (said, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        run.StandardInput.Write(input);
        run.StandardInput.Close();
        if (!run.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            run.Kill(entireProcessTree: true);
        }

        run.WaitForExit();
        return run.ExitCode == 0 ? said.GetAwaiter().GetResult() : throw new InvalidOperationException(errors.GetAwaiter().GetResult());
    }

    private static string? Found(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    internal sealed record Given(string Key, string Id, string Text, byte[] Random, string Sealed);

    internal sealed record Outcome(string Sealed, string Message, string Id, string Signature);
}
