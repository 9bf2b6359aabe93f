using ChatHelper.Core.Turns;
using ChatHelper.Storage;

namespace ChatHelper.Erasure;

/// <summary>The channel's numbers of messages that can still be taken back: ours and the person's.</summary>
internal static class MessageStore
{
    /// <summary>How long a channel lets us take a message back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    /// <summary>Keeps a number.</summary>
    /// <returns>False when the person is erased, or the number was there.</returns>
    public static bool Add(Session session, long person, ChannelMessage message) => session.Execute(
        """
        INSERT INTO telegram_message (person_id, message_id, at)
        SELECT person_id, $2, $3 FROM person WHERE person_id = $1 AND erased_at IS NULL ON CONFLICT DO NOTHING
        """,
        person, message.Number, message.At.ToUnixTimeMilliseconds()) == 1;

    /// <summary>Numbers of messages that are young enough to be taken back.</summary>
    public static IReadOnlyList<long> Young(Session session, long person, DateTimeOffset now) => session.Query(
        "SELECT message_id FROM telegram_message WHERE person_id = $1 AND at > $2 ORDER BY message_id",
        row => row.GetInt64(0), person, (now - Kept).ToUnixTimeMilliseconds());

    /// <summary>A person has come to the chat of another: numbers belong to chats.</summary>
    /// <param name="here">Who was there; null: nobody.</param>
    public static void Move(Session session, long person, long? here)
    {
        session.Execute("DELETE FROM telegram_message WHERE person_id = $1", person);
        session.Execute("UPDATE telegram_message SET person_id = $1 WHERE person_id = $2", person, here);
    }

    /// <summary>Forgets numbers of messages that cannot be taken back any more, asked for or not.</summary>
    public static int Purge(Session session, DateTimeOffset now) =>
        session.Execute("DELETE FROM telegram_message WHERE at <= $1", (now - Kept).ToUnixTimeMilliseconds())
        + session.Execute("DELETE FROM clearing WHERE at <= $1", (now - Kept).ToUnixTimeMilliseconds());
}
