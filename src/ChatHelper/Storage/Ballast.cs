using System.Security.Cryptography;

namespace ChatHelper.Storage;

/// <summary>Room that is kept for deleting: a file that gives way when an erasing finds the disk full, and is made again when there
/// is room. Nobody must wait for the operator to be forgotten.</summary>
internal sealed class Ballast(string folder)
{
    /// <summary>Its size, where the disk has eight times that free.</summary>
    public const int Most = 16 << 20;

    private const int Share = 8;
    private const int Piece = 64 << 10;
    private readonly Lock _gate = new();
    private bool _given;

    public string Path { get; } = System.IO.Path.Combine(folder, "ballast");

    /// <summary>Makes it when it is not there. A disk without room for it is left as it is.</summary>
    public void Make()
    {
        lock (_gate)
        {
            try
            {
                if (!File.Exists(Path))
                {
                    // What was given was there and is wanted again; at the first time no disk is to be filled with it.
                    var free = new DriveInfo(folder).AvailableFreeSpace;
                    Write((int)Math.Min(Most, _given ? free / 2 : free / Share));
                    _given = false;
                }
            }
            catch (Exception full) when (full is IOException or UnauthorizedAccessException)
            {
                Release();
            }
        }
    }

    /// <summary>Makes it again when it was given.</summary>
    public void Again()
    {
        if (_given)
        {
            Make();
        }
    }

    /// <summary>Gives the room back.</summary>
    /// <returns>False when there was nothing to give.</returns>
    public bool Release()
    {
        lock (_gate)
        {
            var there = File.Exists(Path);
            File.Delete(Path);
            _given |= there;
            return there;
        }
    }

    // Random bytes: a disk that packs what it keeps would keep nothing of zeros.
    private void Write(int size)
    {
        using var file = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var left = size; left > 0; left -= Piece)
        {
            file.Write(RandomNumberGenerator.GetBytes(Math.Min(left, Piece)));
        }
    }
}
