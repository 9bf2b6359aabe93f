using System.Security.Cryptography;
using ChatHelper.Storage;

namespace ChatHelper.Vault;

/// <summary>The opened key file: which slot holds whose key, and what wraps them.</summary>
internal sealed class WrappedKeys : IDisposable
{
    private readonly KeyFile _file;
    private readonly AesGcm _wrapping;
    private readonly SecretKey _root;
    private readonly Dictionary<long, int> _slots = [];
    private readonly Stack<int> _free = [];
    private int _next;

    private WrappedKeys(KeyFile file, SecretKey wrapping, SecretKey root)
    {
        (_file, _root, _wrapping) = (file, root, new AesGcm(wrapping.Bytes, PersonKey.Tag));
        wrapping.Dispose();
    }

    public IReadOnlyCollection<long> Persons => _slots.Keys;

    /// <exception cref="StartFault">The master key does not fit.</exception>
    public static WrappedKeys Open(string first, string second, MasterKey master, bool readOnly)
    {
        var file = KeyFile.Open(first, second, readOnly);
        try
        {
            Span<byte> head = stackalloc byte[KeyFile.SlotBytes];
            file.Read(-1, second: false, head);
            var (wrapping, root) = KeyHead.Read(head, master, first);
            var keys = new WrappedKeys(file, wrapping, root);
            keys.Load(mend: !readOnly);
            return keys;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A key for one purpose that belongs to no person.</summary>
    public SecretKey Subkey(string purpose) => _root.For(purpose);

    public bool Has(long person) => _slots.ContainsKey(person);

    /// <summary>Writes a key for a person; durable after <see cref="Flush"/>.</summary>
    public void Add(long person, SecretKey key)
    {
        var slot = _free.TryPop(out var free) ? free : _next++;
        _file.Write(slot, KeySlot.Live(slot, person, key, _wrapping));
        _slots.Add(person, slot);
    }

    /// <returns>Null when the person has none.</returns>
    public SecretKey? Find(long person) => _slots.TryGetValue(person, out var slot)
        ? Read(slot) ?? throw new CryptographicException($"slot {slot} of the key file is garbled in both copies")
        : null;

    /// <summary>Overwrites a key in both copies, on disk when this returns.</summary>
    public void Destroy(long person)
    {
        if (_slots.Remove(person, out var slot))
        {
            _file.Write(slot, KeySlot.Destroyed());
            _file.FlushBoth();
            _free.Push(slot);
        }
    }

    public void Flush() => _file.Flush();

    /// <summary>All keys wrapped for another master key, as the bytes of a key file.</summary>
    public byte[] For(MasterKey master)
    {
        var bytes = new byte[(_next + 1) * KeyFile.SlotBytes];
        using var wrapping = KeyHead.Make(bytes.AsSpan(0, KeyFile.SlotBytes), master, _root);
        using var gcm = new AesGcm(wrapping.Bytes, PersonKey.Tag);
        foreach (var (person, slot) in _slots)
        {
            using var key = Find(person)!;
            KeySlot.Live(slot, person, key, gcm).CopyTo(bytes.AsSpan((slot + 1) * KeyFile.SlotBytes));
        }

        return bytes;
    }

    public void Dispose()
    {
        _root.Dispose();
        _wrapping.Dispose();
        _file.Dispose();
    }

    // The copies are alike but after a crash: only where they differ is it asked which one is right. Destroyed wins over everything.
    private void Load(bool mend)
    {
        var (first, second) = (_file.ReadAll(second: false), _file.ReadAll(second: true));
        _next = first.Length / KeyFile.SlotBytes;
        for (var slot = 0; slot < _next; slot++)
        {
            var one = first.AsSpan(slot * KeyFile.SlotBytes, KeyFile.SlotBytes);
            var other = second.AsSpan(slot * KeyFile.SlotBytes, KeyFile.SlotBytes);
            if (!one.SequenceEqual(other))
            {
                Mend(slot, one, other, mend);
            }

            if (KeySlot.Look(one) == SlotState.Live)
            {
                _slots[KeySlot.Person(one)] = slot;
            }
            else
            {
                _free.Push(slot);
            }
        }

        if (mend)
        {
            _file.FlushBoth();
        }
    }

    private void Mend(int slot, Span<byte> one, ReadOnlySpan<byte> other, bool write)
    {
        if (KeySlot.Look(one) == SlotState.Destroyed || KeySlot.Look(other) == SlotState.Destroyed)
        {
            KeySlot.Destroyed().CopyTo(one);
        }
        else if (KeySlot.Open(slot, one, _wrapping) is { } kept)
        {
            kept.Dispose();
        }
        else
        {
            other.CopyTo(one);
        }

        if (write)
        {
            _file.Write(slot, one);
        }
    }

    private SecretKey? Read(int slot)
    {
        Span<byte> bytes = stackalloc byte[KeyFile.SlotBytes];
        _file.Read(slot, second: false, bytes);
        if (KeySlot.Open(slot, bytes, _wrapping) is { } key)
        {
            return key;
        }

        _file.Read(slot, second: true, bytes);
        return KeySlot.Open(slot, bytes, _wrapping);
    }
}
