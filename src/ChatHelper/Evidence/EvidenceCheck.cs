using System.Security.Cryptography;
using ChatHelper.Conversations;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Evidence;

/// <summary>Holds every kept file against what was written down when it came, and every case against its chain. Reads only, beside
/// a running worker too: what is removed while it looks is looked up again before it counts as missing.</summary>
internal sealed class EvidenceCheck(Seal seal, string folder, TimeProvider clock)
{
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);
    private readonly List<string> _faults = [];

    /// <summary>Files looked at, and their bytes.</summary>
    public (int Files, long Bytes) Read { get; private set; }

    /// <summary>Items and removals in all chains.</summary>
    public int Entries { get; private set; }

    /// <summary>Files on disk whose turn has not come yet.</summary>
    public int OnTheirWay { get; private set; }

    /// <summary>Every fault: ids of files and persons, never content.</summary>
    public IReadOnlyList<string> Run(Session session)
    {
        using var files = new FileStore(seal, folder, clock);
        session.BeginReading(); // rows and cases of one moment
        var rows = files.All(session);
        var cases = new CaseStore(seal).All(session);
        session.Rollback();
        var items = cases.SelectMany(one => one.File.Evidence.Where(item => item.HasFile).Select(item => (one.Person, item))).ToLookup(pair => pair.item.FileId);
        foreach (var (person, file) in rows)
        {
            Check(session, files, person, file, items[file.Id].FirstOrDefault(pair => pair.Person == person).item);
        }

        foreach (var (person, file) in cases)
        {
            Check(person, file, [.. rows.Where(row => row.Person == person).Select(row => row.File.Id)]);
        }

        Foreign([.. rows.Select(row => row.File.Id)]);
        return _faults;
    }

    private void Check(Session session, FileStore files, long person, GivenFile file, EvidenceItem? item)
    {
        var where = $"file {file.Id} of person {person}";
        Read = (Read.Files + 1, Read.Bytes + file.Size);
        if (item is null)
        {
            _faults.Add($"{where}: stands in no item of the case");
        }
        else if (item.Sha256 != file.Sha256 || item.Size != file.Size)
        {
            _faults.Add($"{where}: item {item.No} was written down with another hash or size than the file");
        }

        try
        {
            var bytes = files.Read(person, file.Id).Span;
            if (bytes.Length != file.Size)
            {
                _faults.Add($"{where}: {bytes.Length} bytes, {file.Size} were received");
            }

            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (hash != file.Sha256)
            {
                _faults.Add($"{where}: SHA-256 is {hash}, {file.Sha256} was received");
            }
        }
        catch (FileNotFoundException)
        {
            if (FileStore.Owns(session, person, file.Id))
            {
                _faults.Add($"{where}: its bytes are missing");
            }
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            _faults.Add($"{where}: its bytes cannot be read: {fault.Message}");
        }
    }

    private void Check(long person, CaseFile file, HashSet<string> kept)
    {
        Entries += file.Evidence.Count + (2 * file.Withdrawals.Count); // what was removed still has its place
        if (EvidenceChain.Fault(file) is { } no)
        {
            _faults.Add(no == 0 ? $"case of person {person}: the last entries of the chain are missing" : $"case of person {person}: the chain breaks at entry {no}");
        }

        foreach (var item in file.Evidence.Where(item => item.HasFile && !kept.Contains(item.FileId)))
        {
            _faults.Add($"case of person {person}: item {item.No} names the file {item.FileId}, which has no row");
        }
    }

    // Bytes come before their row; what has none after an hour is nobody's.
    private void Foreign(HashSet<string> known)
    {
        var before = clock.GetUtcNow().UtcDateTime - Settled;
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            if (!known.Contains(Path.GetFileName(path)))
            {
                if (File.GetLastWriteTimeUtc(path) < before)
                {
                    _faults.Add($"{Path.GetFileName(path)}: lies among the files and belongs to nobody");
                }
                else
                {
                    OnTheirWay++;
                }
            }
        }
    }
}
