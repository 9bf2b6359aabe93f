using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatHelper.Storage;

/// <summary>A connection with its prepared statements. Belongs to one thread at a time.</summary>
internal sealed class Session(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private int _changesBefore;

    public SqliteTransaction? Transaction { get; private set; }

    /// <summary>What is written here makes room: it may have the room that is kept for it when there is no other.</summary>
    public bool Frees { get; set; }

    /// <summary>BEGIN IMMEDIATE: a deferred transaction that upgrades to a write does not honour the busy time-out.</summary>
    public void Begin() => (Transaction, Frees, _changesBefore) = (connection.BeginTransaction(deferred: false), false, Changes);

    /// <summary>Whether a row was written since <see cref="Begin"/>.</summary>
    public bool HasChanged => Changes != _changesBefore;

    /// <summary>BEGIN: all that is read until the end is of one moment, and no writer is kept waiting.</summary>
    public void BeginReading() => Transaction = connection.BeginTransaction(deferred: true);

    public void Commit() => End(transaction => transaction.Commit());

    public void Rollback() => End(transaction => transaction.Rollback());

    /// <summary>Runs a statement; parameters are named <c>$1</c>, <c>$2</c>, … in order.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is none or it is NULL.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteScalar() is var value and not DBNull ? value : null;

    /// <summary>All rows, each made by the reader function.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepared(sql, values).ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Leaves the log as it is when the connection closes: after a disk failed, only a new process may say what is in it.</summary>
    public void LeaveLog() => _ = raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        Transaction?.Dispose();
        connection.Dispose();
    }

    private int Changes => raw.sqlite3_total_changes(connection.Handle);

    private void End(Action<SqliteTransaction> end)
    {
        var transaction = Transaction;
        Transaction = null;
        if (transaction is not null)
        {
            using (transaction)
            {
                end(transaction);
            }
        }
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }

            _prepared[sql] = command;
        }

        command.Transaction = Transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
