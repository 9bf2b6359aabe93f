using ChatHelper.Storage;
using Microsoft.Win32.SafeHandles;

namespace ChatHelper.Vault;

/// <summary>The wrapped keys on disk: a head, then slots of equal size, written in place so that a destroyed key is overwritten and
/// not left in a free page. Two copies: a power cut may garble what shares a sector with the slot that was being written, and the
/// other copy, written only after the first is on disk, still has it.</summary>
internal sealed class KeyFile : IDisposable
{
    public const int SlotBytes = 128;
    private const int InputOutputError = 5;
    public const string Name = "persons.keys";
    public const string CopyName = "persons.keys.2";
    private readonly SafeFileHandle _first;
    private readonly SafeFileHandle _second;
    private readonly List<(int Slot, byte[] Bytes)> _later = [];
    private bool _dirty;
    private bool _failed;

    private KeyFile(SafeFileHandle first, SafeFileHandle second) => (_first, _second) = (first, second);

    /// <summary>Slots in the longer of the copies; the head is not one.</summary>
    public int Slots => (int)(Math.Max(RandomAccess.GetLength(_first), RandomAccess.GetLength(_second)) / SlotBytes) - 1;

    public static KeyFile Open(string path, string copy, bool readOnly)
    {
        var access = readOnly ? FileAccess.Read : FileAccess.ReadWrite;
        return new KeyFile(Handle(path, access), Handle(copy, access));
    }

    /// <summary>Reads one copy of a slot; slot -1 is the head. What lies beyond the end reads as zeros.</summary>
    public void Read(int slot, bool second, Span<byte> bytes)
    {
        bytes.Clear();
        RandomAccess.Read(second ? _second : _first, bytes, Offset(slot));
    }

    /// <summary>Reads many slots of one copy at once.</summary>
    public byte[] ReadAll(bool second)
    {
        var bytes = new byte[Slots * SlotBytes];
        for (var (at, got) = (0, 1); got > 0 && at < bytes.Length; at += got)
        {
            got = RandomAccess.Read(second ? _second : _first, bytes.AsSpan(at), SlotBytes + at);
        }

        return bytes;
    }

    /// <summary>Writes a slot; durable after <see cref="Flush"/>.</summary>
    public void Write(int slot, ReadOnlySpan<byte> bytes)
    {
        FlushSecond();
        RandomAccess.Write(_first, bytes, Offset(slot));
        _later.Add((slot, bytes.ToArray()));
        _dirty = true;
    }

    /// <summary>What was written is on disk, in one copy at least; with the next call in both.</summary>
    public void Flush()
    {
        if (!_dirty)
        {
            FlushSecond();
            return;
        }

        ToDisk(_first);
        _dirty = false;
        CrashPoint.Here("key-made");
    }

    /// <summary>What was written is on disk in both copies.</summary>
    public void FlushBoth()
    {
        Flush();
        FlushSecond();
    }

    public void Dispose()
    {
        try
        {
            FlushBoth();
        }
        catch (IOException)
        {
            // The next start makes the copies alike.
        }

        _first.Dispose();
        _second.Dispose();
    }

    // A flush that failed is not tried again: it would say that all is well, and what it should have brought would still be missing.
    private void ToDisk(SafeFileHandle file)
    {
        if (_failed)
        {
            throw new IOException("the key file could not be brought to the disk before", InputOutputError);
        }

        try
        {
            DiskSync.Flush(file);
        }
        catch (IOException)
        {
            _failed = true;
            throw;
        }
    }

    // Slots of one batch are written together; what came before must stand in both copies first.
    private void FlushSecond()
    {
        if (_dirty || _later.Count == 0)
        {
            return;
        }

        foreach (var (slot, bytes) in _later)
        {
            RandomAccess.Write(_second, bytes, Offset(slot));
        }

        ToDisk(_second);
        _later.Clear();
    }

    private static SafeFileHandle Handle(string path, FileAccess access) =>
        File.OpenHandle(path, FileMode.Open, access, FileShare.ReadWrite, FileOptions.None);

    private static long Offset(int slot) => (slot + 1L) * SlotBytes;
}
