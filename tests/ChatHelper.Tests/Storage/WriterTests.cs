using ChatHelper.Storage;

namespace ChatHelper.Tests.Storage;

public sealed class WriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chathelper-test-").FullName;
    private readonly Writer _writer;

    public WriterTests()
    {
        var database = new Database(Path.Combine(_folder, "test.db"));
        database.Prepare();
        _writer = new Writer(database);
    }

    public void Dispose()
    {
        _writer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task One_bad_work_fails_alone()
    {
        var works = Enumerable.Range(0, 100).Select(i => _writer.Write(null, session => i == 50
            ? throw new InvalidOperationException("bad")
            : session.Execute("INSERT INTO setting (name, value) VALUES ($1, 'x')", $"n{i}"))).ToArray();
        await Task.WhenAll(works.Select(work => work.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal([50], works.Index().Where(work => work.Item.IsFaulted).Select(work => work.Index));
        Assert.Equal(99L, await _writer.Write(null, session => session.Scalar("SELECT count(*) FROM setting")));
    }

    [Fact]
    public async Task Works_of_one_lane_see_what_the_one_before_stored()
    {
        await _writer.Write(null, session => session.Execute("INSERT INTO setting (name, value) VALUES ('n', '0')"));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => _writer.Write("lane", session =>
        {
            var value = int.Parse((string)session.Scalar("SELECT value FROM setting WHERE name = 'n'")!);
            return session.Execute("UPDATE setting SET value = $1 WHERE name = 'n'", $"{value + 1}");
        })));

        Assert.Equal("200", await _writer.Write(null, session => session.Scalar("SELECT value FROM setting WHERE name = 'n'")));
    }

    [Fact]
    public async Task Nobody_is_told_before_the_commit()
    {
        var order = new List<string>();
        await _writer.Write(null, session => session.Execute("INSERT INTO setting (name, value) VALUES ('a', '1')"), _ => order.Add("stored"));
        order.Add("told");

        Assert.Equal(["stored", "told"], order);
    }

    [Fact]
    public async Task A_hearer_that_breaks_does_not_stop_the_writer()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _writer.Write(
            null, session => session.Execute("INSERT INTO setting (name, value) VALUES ('a', '1')"), _ => throw new InvalidOperationException("deaf")));

        Assert.Equal("1", await _writer.Write(null, session => session.Scalar("SELECT value FROM setting WHERE name = 'a'")));
    }

    [Fact]
    public void A_newer_schema_is_refused_with_a_clear_word()
    {
        _writer.Dispose();
        var database = new Database(Path.Combine(_folder, "test.db"));
        using (var connection = database.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            command.ExecuteNonQuery();
        }

        Assert.Contains("schema 999", Assert.Throws<StartFault>(database.Prepare).Message);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_with_a_clear_word()
    {
        var path = Path.Combine(_folder, "other.db");
        File.WriteAllText(path, new string('x', 5000));

        Assert.Contains("damaged", Assert.Throws<StartFault>(new Database(path).Prepare).Message);
    }
}
