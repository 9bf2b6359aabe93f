namespace ChatHelper.Storage;

/// <summary>A write that changes nothing and goes the whole way to the disk: whether turns can be taken now.</summary>
internal static class WriteProbe
{
    public static int Touch(Session session) =>
        session.Execute("INSERT INTO setting (name, value) VALUES ('ready', '') ON CONFLICT (name) DO UPDATE SET value = ''");
}
