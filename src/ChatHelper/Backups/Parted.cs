using System.Security.Cryptography;

namespace ChatHelper.Backups;

/// <summary>Measures parts.</summary>
internal static class Parted
{
    public static Part Of(string path, string name)
    {
        using var file = File.OpenRead(path);
        return new Part(name, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
