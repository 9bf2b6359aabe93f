using System.Buffers.Binary;

namespace ChatHelper.Storage;

/// <summary>How far the database has come, written beside it after each commit. A log that a disk has damaged is cut off where the damage
/// begins, without a word, and what was acknowledged after it would never be missed. Not flushed: after a power cut it may stand lower
/// than the database, never higher.</summary>
internal sealed class Tide : IDisposable
{
    private const int Length = 2 * sizeof(long);
    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle _file;

    /// <param name="session">Of the database, nothing written yet.</param>
    public Tide(string databasePath, Session session)
    {
        _file = File.OpenHandle($"{databasePath}.tide", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var commits = (long)session.Scalar("SELECT commits FROM tide")!;
        Missing = Math.Max(0, Marked() - commits);
        Mark(commits);
    }

    /// <summary>Commits that were made and are not there any more.</summary>
    public long Missing { get; }

    /// <summary>Commits, and counts it where something was written.</summary>
    public void Commit(Session session)
    {
        var commits = session.HasChanged ? (long)session.Scalar("UPDATE tide SET commits = commits + 1 RETURNING commits")! : 0;
        session.Commit();
        if (commits > 0)
        {
            Mark(commits);
        }
    }

    public void Dispose() => _file.Dispose();

    private void Mark(long commits)
    {
        Span<byte> mark = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64LittleEndian(mark, commits);
        BinaryPrimitives.WriteInt64LittleEndian(mark[sizeof(long)..], ~commits);
        try
        {
            RandomAccess.Write(_file, mark, 0);
        }
        catch (IOException)
        {
            // A mark that stays behind misses less; the commit stands.
        }
    }

    // Half a mark is none.
    private long Marked()
    {
        Span<byte> mark = stackalloc byte[Length];
        return RandomAccess.Read(_file, mark, 0) == Length && BinaryPrimitives.ReadInt64LittleEndian(mark) is var commits
            && BinaryPrimitives.ReadInt64LittleEndian(mark[sizeof(long)..]) == ~commits ? commits : 0;
    }
}
