using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ChatHelper.Vault;

/// <summary>Files of a person on disk, in chunks of 64 KiB under a key of the file's own (STREAM, Hoang, Reyhanitabar, Rogaway, Vizár
/// 2015): a chunk that is cut off, doubled, moved or of another file does not open. Layout: 1 form, 8 random, then each chunk with
/// its tag; the nonce is the random bytes, the number of the chunk and whether it is the last.</summary>
internal static class SealedFile
{
    public const int Chunk = 64 << 10;
    private const byte Form = 2;
    private const int Random = 8;
    private const int Head = 1 + Random;
    private const uint Last = 1u << 31;

    public static async Task Write(Seal seal, Place place, Stream to, ReadOnlyMemory<byte> content)
    {
        using var key = seal.Keys.Of(place.Person).For(Purpose(place));
        using var gcm = new AesGcm(key.Bytes, PersonKey.Tag);
        var bound = Seal.Bound(place);
        var head = new byte[Head];
        head[0] = Form;
        RandomNumberGenerator.Fill(head.AsSpan(1));
        await to.WriteAsync(head);
        var closed = new byte[Chunk + PersonKey.Tag];
        for (var (number, left) = (0u, content); ; number++)
        {
            var part = left[..Math.Min(Chunk, left.Length)];
            left = left[part.Length..];
            gcm.Encrypt(Nonce(head, left.IsEmpty ? number | Last : number), part.Span, closed.AsSpan(0, part.Length), closed.AsSpan(part.Length, PersonKey.Tag), bound);
            await to.WriteAsync(closed.AsMemory(0, part.Length + PersonKey.Tag));
            if (left.IsEmpty)
            {
                return;
            }
        }
    }

    /// <exception cref="CryptographicException">It is not the whole file that was written for this place, or the key is gone.</exception>
    public static byte[] Read(Seal seal, in Place place, ReadOnlySpan<byte> closed)
    {
        if (closed.Length < Head + PersonKey.Tag || closed[0] != Form)
        {
            throw new CryptographicException($"file {place.Row} is in a form this program does not know");
        }

        using var key = seal.Keys.Of(place.Person).For(Purpose(place));
        using var gcm = new AesGcm(key.Bytes, PersonKey.Tag);
        var bound = Seal.Bound(place);
        var head = closed[..Head];
        var left = closed[Head..];
        var chunks = (left.Length + Chunk + PersonKey.Tag - 1) / (Chunk + PersonKey.Tag);
        var content = new byte[left.Length - (chunks * PersonKey.Tag)];
        for (var number = 0u; number < chunks; number++)
        {
            var part = left[..Math.Min(Chunk + PersonKey.Tag, left.Length)];
            left = left[part.Length..];
            gcm.Decrypt(
                Nonce(head, left.IsEmpty ? number | Last : number), part[..^PersonKey.Tag], part[^PersonKey.Tag..],
                content.AsSpan(checked((int)number * Chunk), part.Length - PersonKey.Tag), bound);
        }

        return content;
    }

    private static string Purpose(in Place place) => $"chathelper file {place.Row}";

    private static byte[] Nonce(ReadOnlySpan<byte> head, uint counter)
    {
        var nonce = new byte[PersonKey.Nonce];
        head[1..].CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(Random), counter);
        return nonce;
    }
}
