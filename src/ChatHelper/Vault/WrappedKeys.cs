using System.Security.Cryptography;
using ChatHelper.Storage;

namespace ChatHelper.Vault;

/// <summary>The opened key file: which slot holds whose key, and what wraps them.</summary>
internal sealed class WrappedKeys : IDisposable
{
    private static readonly (long Use, int End) s_torn = (-1, 0);
    private readonly KeyFile _file;
    private readonly AesGcm _wrapping;
    private readonly SecretKey _root;
    private readonly Dictionary<long, (int Slot, long Use)> _slots = [];
    private readonly Stack<(int Slot, long Uses)> _free = [];
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
            keys.Load(first, mend: !readOnly);
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
        var (slot, uses) = _free.TryPop(out var free) ? free : (_next++, 0);
        _file.Write(slot, KeySlot.Live(slot, uses + 1, person, key, _wrapping));
        _slots.Add(person, (slot, uses + 1));
    }

    /// <returns>Null when the person has none.</returns>
    public SecretKey? Find(long person) => _slots.TryGetValue(person, out var at)
        ? Read(at.Slot) ?? throw new CryptographicException($"slot {at.Slot} of the key file is garbled in both copies")
        : null;

    /// <summary>Overwrites a key in both copies, on disk when this returns.</summary>
    public void Destroy(long person)
    {
        if (_slots.Remove(person, out var at))
        {
            _file.Write(at.Slot, KeySlot.Destroyed(at.Use));
            CrashPoint.Here("key-overwritten");
            _file.FlushBoth();
            _free.Push(at);
        }
    }

    public void Flush() => _file.Flush();

    /// <summary>All keys wrapped for another master key, as the bytes of a key file.</summary>
    public byte[] For(MasterKey master)
    {
        var bytes = new byte[(_next + 1) * KeyFile.SlotBytes];
        using var wrapping = KeyHead.Make(bytes.AsSpan(0, KeyFile.SlotBytes), master, _root);
        using var gcm = new AesGcm(wrapping.Bytes, PersonKey.Tag);
        foreach (var (person, (slot, use)) in _slots)
        {
            using var key = Find(person)!;
            KeySlot.Live(slot, use, person, key, gcm).CopyTo(bytes.AsSpan((slot + 1) * KeyFile.SlotBytes));
        }

        return bytes;
    }

    public void Dispose()
    {
        _root.Dispose();
        _wrapping.Dispose();
        _file.Dispose();
    }

    // The copies are alike but after a crash: only where they differ is it asked which one is right.
    private void Load(string path, bool mend)
    {
        var (first, second) = (_file.ReadAll(second: false), _file.ReadAll(second: true));
        _next = first.Length / KeyFile.SlotBytes;
        for (var slot = 0; slot < _next; slot++)
        {
            var one = first.AsSpan(slot * KeyFile.SlotBytes, KeyFile.SlotBytes);
            var other = second.AsSpan(slot * KeyFile.SlotBytes, KeyFile.SlotBytes);
            if (!one.SequenceEqual(other))
            {
                Mend(slot, one, other, path, mend);
            }

            switch (KeySlot.Look(one))
            {
                case SlotState.Live:
                    _slots[KeySlot.Person(one)] = (slot, KeySlot.Use(one));
                    break;
                case SlotState.Torn:
                    throw Lost(slot, path);
                default:
                    _free.Push((slot, KeySlot.Use(one)));
                    break;
            }
        }

        if (mend)
        {
            _file.FlushBoth();
        }
    }

    private void Mend(int slot, Span<byte> one, ReadOnlySpan<byte> other, string path, bool write)
    {
        var (first, second) = (Rank(slot, one), Rank(slot, other));
        if (first == s_torn && second == s_torn)
        {
            throw Lost(slot, path);
        }

        if (second.CompareTo(first) > 0)
        {
            other.CopyTo(one);
        }

        if (write)
        {
            _file.Write(slot, one);
        }
    }

    private static StartFault Lost(int slot, string path) =>
        new($"Slot {slot} of the key file {path} is damaged in both copies: whoever it belongs to would be lost. Put a sound key file back.");

    // A later use of the slot is right, and of the same use its end: a key that was destroyed stays so. What is torn is never right.
    private (long Use, int End) Rank(int slot, ReadOnlySpan<byte> bytes)
    {
        switch (KeySlot.Look(bytes))
        {
            case SlotState.Destroyed:
                return (KeySlot.Use(bytes), 1);
            case SlotState.Live when KeySlot.Open(slot, bytes, _wrapping) is { } key:
                key.Dispose();
                return (KeySlot.Use(bytes), 0);
            case SlotState.Free:
                return (0, 0);
            default:
                return s_torn;
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
