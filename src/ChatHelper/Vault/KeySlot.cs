using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ChatHelper.Vault;

internal enum SlotState
{
    /// <summary>Never used, or destroyed in both copies.</summary>
    Free,

    /// <summary>A person's key.</summary>
    Live,

    /// <summary>Overwritten: whatever the other copy says, this key is gone.</summary>
    Destroyed,

    /// <summary>Garbled, by a power cut or a failing disk.</summary>
    Torn,
}

/// <summary>One slot of the key file. Layout: 4 mark, 4 slot number, 8 person, 8 which use of the slot this is, 12 nonce, 32 wrapped key,
/// 16 tag, rest zero (a destroyed one: mark, random bytes around the same count, then their own check, so that a torn slot is not taken for it).</summary>
internal static class KeySlot
{
    private const int Head = 24;
    private const int UseAt = 16;
    private const int CheckAt = KeyFile.SlotBytes - 32;

    private static ReadOnlySpan<byte> LiveMark => "live"u8;

    private static ReadOnlySpan<byte> GoneMark => "gone"u8;

    public static byte[] Live(int slot, long use, long person, SecretKey key, AesGcm wrapping)
    {
        var bytes = new byte[KeyFile.SlotBytes];
        LiveMark.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), slot);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), person);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(UseAt), use);
        KeyWrap.Write(bytes.AsSpan(Head), key, wrapping, bytes.AsSpan(0, Head));
        return bytes;
    }

    /// <param name="use">That of the key that was there.</param>
    public static byte[] Destroyed(long use)
    {
        var bytes = RandomNumberGenerator.GetBytes(KeyFile.SlotBytes);
        GoneMark.CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(UseAt), use);
        SHA256.HashData(bytes.AsSpan(0, CheckAt), bytes.AsSpan(CheckAt));
        return bytes;
    }

    public static long Person(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);

    /// <summary>How often the slot had been used; the count of a torn one means nothing.</summary>
    public static long Use(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes[UseAt..]);

    /// <summary>What stands in a slot, as far as can be told without the wrapping key.</summary>
    public static SlotState Look(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(LiveMark) ? SlotState.Live
        : bytes.StartsWith(GoneMark) && bytes[CheckAt..].SequenceEqual(SHA256.HashData(bytes[..CheckAt])) ? SlotState.Destroyed
        : bytes.IndexOfAnyExcept((byte)0) < 0 ? SlotState.Free : SlotState.Torn;

    /// <summary>Opens a slot.</summary>
    /// <returns>Null when it does not hold a key wrapped for this slot.</returns>
    public static SecretKey? Open(int slot, ReadOnlySpan<byte> bytes, AesGcm wrapping)
    {
        if (Look(bytes) != SlotState.Live || BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) != slot)
        {
            return null;
        }

        return KeyWrap.Open(bytes[Head..], wrapping, bytes[..Head]);
    }
}
