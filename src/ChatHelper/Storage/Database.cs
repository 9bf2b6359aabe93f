using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace ChatHelper.Storage;

/// <summary>The SQLite file: how it is opened and brought to this program's schema.</summary>
internal sealed class Database(string path)
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>Its name in the data folder.</summary>
    public const string FileName = "chathelper.db";

    public string Path { get; } = path;

    /// <summary>The database of a data folder, there or not.</summary>
    public static Database In(string folder) => new(System.IO.Path.Combine(folder, FileName));

    /// <summary>The database of a data folder, for commands, which make none.</summary>
    /// <exception cref="StartFault">There is none.</exception>
    public static Database Present(string folder) => In(folder) is var database && File.Exists(database.Path)
        ? database
        : throw new StartFault($"There is no database at {database.Path}; CHATHELPER_DATA, or --data where a command takes it, must be the data folder of the program, which makes it at its first start.");

    /// <summary>Makes the file if it is not there and applies the migrations it lacks, each in a transaction of its own.</summary>
    public void Prepare()
    {
        try
        {
            using var connection = Open();
            Execute(connection, "PRAGMA journal_mode = WAL");
            Migrate(connection);
        }
        catch (SqliteException fault)
        {
            throw new StartFault(fault.SqliteErrorCode is Corrupt or NotADatabase
                ? $"The database {Path} is damaged: {fault.Message}. Restore a backup ('chathelper restore'); the damaged file is left as it is."
                : $"The database {Path} cannot be opened: {fault.Message} CHATHELPER_DATA must be a folder that this user may write, with space left.", fault);
        }
    }

    /// <summary>A connection with all settings that do not last in the file.</summary>
    /// <param name="readOnly">For a file that must stay as it is, byte for byte.</param>
    public SqliteConnection Open(bool readOnly = false)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            // psow=0: a sector that the power cut garbles while it is written takes its neighbours in it along. The log then begins
            // each commit on a sector of its own, so that what is garbled is never a commit before.
            DataSource = $"{new Uri(System.IO.Path.GetFullPath(Path)).AbsoluteUri}?psow=0",
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 5,
        }.ToString());
        connection.Open();

        // FULL: with NORMAL a power cut loses acknowledged commits. secure_delete: what is erased is overwritten in place.
        Execute(connection, """
            PRAGMA synchronous = FULL;
            PRAGMA busy_timeout = 5000;
            PRAGMA trusted_schema = OFF;
            PRAGMA cell_size_check = ON;
            PRAGMA secure_delete = ON;
            PRAGMA journal_size_limit = 67108864;
            PRAGMA wal_autocheckpoint = 0;
            PRAGMA temp_store = MEMORY;
            """);
        return connection;
    }

    /// <summary>Takes what the log holds into the file and empties the log, so that what was deleted leaves it too.</summary>
    /// <returns>False when somebody read meanwhile; the next one does it.</returns>
    public bool EmptyLog()
    {
        using var connection = Open();
        Execute(connection, "PRAGMA busy_timeout = 100"); // while it waits for a reader, a long backup say, the writer waits too
        return Scalar(connection, "PRAGMA wal_checkpoint(TRUNCATE)") is 0L;
    }

    private void Migrate(SqliteConnection connection)
    {
        var has = (long)Scalar(connection, "PRAGMA user_version")!;
        var migrations = Migrations();
        if (has > migrations[^1].Number)
        {
            throw new StartFault($"The database {Path} has schema {has}, this program knows {migrations[^1].Number}. Use the newer program, or restore an older backup.");
        }

        foreach (var (number, sql) in migrations.Where(migration => migration.Number > has))
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            Execute(connection, sql, transaction);
            CrashPoint.Here("migrating");
            Execute(connection, $"PRAGMA user_version = {number.ToString(CultureInfo.InvariantCulture)}", transaction);
            transaction.Commit();
        }
    }

    private static List<(int Number, string Sql)> Migrations()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (int.Parse(name.Split('.')[^2], CultureInfo.InvariantCulture), Text(assembly, name)))
            .OrderBy(migration => migration.Item1)];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
