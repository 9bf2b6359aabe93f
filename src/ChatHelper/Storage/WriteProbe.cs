namespace ChatHelper.Storage;

/// <summary>A write as large as a turn that goes the whole way to the disk: whether turns can be taken now. On a full disk a
/// single page still fits where a turn does not.</summary>
internal static class WriteProbe
{
    // Other bytes each time: what is the same already is not written.
    public static int Touch(Session session) => session.Execute(
        "INSERT INTO setting (name, value) VALUES ('ready', randomblob(65536)) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
}
