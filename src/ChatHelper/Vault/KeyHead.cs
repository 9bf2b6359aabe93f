using System.Buffers.Binary;
using System.Security.Cryptography;
using ChatHelper.Storage;

namespace ChatHelper.Vault;

/// <summary>The head of the key file: how the master key opens it, and the wrapped root key, from which all keys come that belong to
/// no person. Layout: 8 magic, 1 kind, 3 zero, 4 iterations, 16 salt, 12 nonce, 32 wrapped root key, 16 tag.</summary>
internal static class KeyHead
{
    /// <summary>Bytes that mean something.</summary>
    public const int Length = Authenticated + 12 + 32 + 16;

    private const int Authenticated = 32;

    private static ReadOnlySpan<byte> Magic => "CHKEYS1\n"u8;

    /// <summary>A head for a root key under a master key, with a fresh salt.</summary>
    /// <returns>The key that wraps the slots below this head.</returns>
    public static SecretKey Make(Span<byte> head, MasterKey master, SecretKey root)
    {
        head.Clear();
        Magic.CopyTo(head);
        head[8] = master.IsPassphrase ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], MasterKey.Iterations);
        RandomNumberGenerator.Fill(head[16..Authenticated]);
        var wrapping = master.Wrapping(head[16..Authenticated], MasterKey.Iterations);
        using var gcm = new AesGcm(wrapping.Bytes, PersonKey.Tag);
        KeyWrap.Write(head[Authenticated..], root, gcm, head[..Authenticated]);
        return wrapping;
    }

    /// <summary>Whether this is a head at all.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith(Magic);

    /// <summary>Opens a head.</summary>
    /// <exception cref="StartFault">The master key is not the one of this head.</exception>
    public static (SecretKey Wrapping, SecretKey Root) Read(ReadOnlySpan<byte> head, MasterKey master, string path)
    {
        if ((head[8] == 1) != master.IsPassphrase)
        {
            throw new StartFault($"The key file {path} opens with {(head[8] == 1 ? "a passphrase (CHATHELPER_PASSPHRASE_FILE)" : "a master key (CHATHELPER_MASTER_KEY_FILE)")}.");
        }

        var wrapping = master.Wrapping(head[16..Authenticated], BinaryPrimitives.ReadInt32LittleEndian(head[12..]));
        using var gcm = new AesGcm(wrapping.Bytes, PersonKey.Tag);
        if (KeyWrap.Open(head[Authenticated..], gcm, head[..Authenticated]) is { } root)
        {
            return (wrapping, root);
        }

        wrapping.Dispose();
        throw new StartFault($"The master key does not open {path}: it is another key or another passphrase. Nothing was changed.");
    }
}
