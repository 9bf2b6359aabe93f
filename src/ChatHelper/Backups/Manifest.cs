using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatHelper.Vault;

namespace ChatHelper.Backups;

/// <summary>A part of a backup.</summary>
/// <param name="Name">Path below the backup's folder, with <c>/</c>.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its bytes, hex.</param>
internal sealed record Part(string Name, long Bytes, string Sha256)
{
    /// <summary>Whether it is a file that a person gave.</summary>
    [JsonIgnore]
    public bool IsFile => Name.StartsWith($"{Manifest.Files}/", StringComparison.Ordinal);
}

/// <summary>What a backup holds. It stands in <c>manifest.json</c>; <c>manifest.mac</c> beside it is its HMAC under a key of the
/// keys' own, so that a backup which somebody made up is no backup.</summary>
/// <param name="TakenAt">When, in UTC.</param>
/// <param name="Schema">Schema of the database.</param>
/// <param name="Keys">Which keys it is closed with (<see cref="KeyRing.Id"/>); the keys themselves are elsewhere.</param>
/// <param name="Persons">How many persons.</param>
/// <param name="Parts">Everything but these two files.</param>
/// <param name="Missing">Files that had a row and no bytes.</param>
internal sealed record Manifest(DateTimeOffset TakenAt, int Schema, string Keys, int Persons, IReadOnlyList<Part> Parts, IReadOnlyList<string> Missing)
{
    public const string Name = "manifest.json";
    public const string MacName = "manifest.mac";
    public const string Database = Storage.Database.FileName;
    public const string AuditHead = "audit.head";
    public const string Files = "files";

    /// <summary>Name of a person's file as a part.</summary>
    public static string FileName(string id) => $"{Files}/{id}";

    [JsonIgnore]
    public long Bytes => Parts.Sum(part => part.Bytes);

    [JsonIgnore]
    public int FileCount => Parts.Count(part => part.IsFile);

    /// <summary>The key of the HMAC.</summary>
    public static SecretKey Key(KeyRing keys) => keys.Subkey("chathelper backup");

    public void Write(string folder, SecretKey key)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.Manifest);
        PrivateFile.Write(System.IO.Path.Combine(folder, Name), bytes);
        PrivateFile.Write(System.IO.Path.Combine(folder, MacName), System.Text.Encoding.ASCII.GetBytes(Mac(key, bytes)));
    }

    /// <returns>Null when there is none that was written with these keys.</returns>
    public static Manifest? Read(Backup backup, SecretKey key)
    {
        try
        {
            var bytes = File.ReadAllBytes(backup.PathOf(Name));
            var mac = File.ReadAllBytes(backup.PathOf(MacName));
            return CryptographicOperations.FixedTimeEquals(mac, System.Text.Encoding.ASCII.GetBytes(Mac(key, bytes)))
                ? JsonSerializer.Deserialize(bytes, ManifestJson.Default.Manifest)
                : null;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    private static string Mac(SecretKey key, byte[] bytes) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, bytes));
}

[JsonSerializable(typeof(Manifest))]
[JsonSourceGenerationOptions(WriteIndented = true)]
internal sealed partial class ManifestJson : JsonSerializerContext;
