using System.Diagnostics;
using ChatHelper.Audit;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Benchmarks;

/// <summary>How long it takes to follow a long audit log to its end, and to add to it.</summary>
internal static class AuditRuns
{
    public static int Run(string[] args)
    {
        var entries = Array.IndexOf(args, "--entries") is var i and >= 0 ? int.Parse(args[i + 1]) : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("chathelper-bench-").FullName;
        try
        {
            using var keys = VaultOptions.Beside(folder).Open();
            using var seal = new Seal(keys);
            using var key = keys.Subkey("benchmark");
            var database = Database.In(folder);
            database.Prepare();
            using var session = new Session(database.Open());
            var (log, anchor) = (new AuditStore(key, seal), new AuditAnchor(Path.Combine(folder, "audit.head"), key));
            anchor.Begin(session);
            var watch = Stopwatch.StartNew();
            session.Begin();
            for (var no = 0; no < entries; no++)
            {
                log.Write(session, no % 1000, DateTimeOffset.UnixEpoch.AddSeconds(no), "volunteer somebody", $"read {no:x32}");
            }

            session.Commit();
            anchor.Accept(session, log, DateTimeOffset.UnixEpoch.AddSeconds(entries));
            Console.WriteLine($"{entries} entries written in {watch.Elapsed.TotalSeconds:F1} s ({watch.Elapsed.TotalMicroseconds / entries:F1} us each), {new FileInfo(database.Path).Length / 1048576} MiB");

            watch.Restart();
            session.BeginReading();
            var found = new AuditCheck(key, anchor).Run(session);
            session.Rollback();
            Console.WriteLine($"{found.Entries} entries followed in {watch.Elapsed.TotalSeconds:F2} s, {found.Fault ?? "no fault"}");
            return found.Fault is null ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
