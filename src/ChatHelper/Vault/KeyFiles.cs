using System.Security.Cryptography;
using ChatHelper.Storage;

namespace ChatHelper.Vault;

/// <summary>Key files, made at the first start, readable by their owner alone.</summary>
internal static class KeyFiles
{
    private const int Bytes = 32;

    /// <summary>The key of that name, made when it is not there.</summary>
    public static byte[] Get(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            Directory.CreateDirectory(folder);
            if (!File.Exists(path))
            {
                // Written aside and renamed: a crash leaves either no key or a whole one.
                var aside = $"{path}.new";
                var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
                if (!OperatingSystem.IsWindows())
                {
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                }

                using (var file = new FileStream(aside, options))
                {
                    file.Write(RandomNumberGenerator.GetBytes(Bytes));
                    file.Flush(flushToDisk: true);
                }

                File.Move(aside, path);
            }

            var key = File.ReadAllBytes(path);
            return key.Length == Bytes ? key : throw new StartFault($"The key file {path} has {key.Length} bytes instead of {Bytes}. Put the right file back; without it the look-up of persons fails.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartFault($"The key file {path} can be neither read nor made: {fault.Message}", fault);
        }
    }
}
