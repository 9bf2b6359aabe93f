namespace ChatHelper.Storage;

/// <summary>Writes as much as a large turn does, the whole way to the disk: on a full disk a single page still fits where a
/// turn does not.</summary>
internal static class WriteProbe
{
    // Other bytes each time: what is the same already is not written.
    public static int Run(Session session) => session.Execute(
        "INSERT INTO setting (name, value) VALUES ('ready', randomblob(65536)) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
}
