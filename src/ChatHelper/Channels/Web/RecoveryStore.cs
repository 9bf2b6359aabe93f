using ChatHelper.Audit;
using ChatHelper.Conversations;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Channels.Web;

/// <summary>Ways back to a person: the recovery code, and the devices that came with one. Only keyed hashes are kept.</summary>
internal sealed class RecoveryStore(Seal seal, ConversationStore conversations, AuditStore audit)
{
    /// <summary>The person's address when the cookie belongs to a device that came with a code.</summary>
    public Address? AddressOf(Session session, string token) =>
        session.Scalar("SELECT person_id FROM web_device WHERE lookup = $1", Device(token)) is long person
            ? conversations.AddressOf(session, person)
            : null;

    /// <summary>A new code; the one before it opens nothing any more.</summary>
    public void Put(Session session, long person, string code, DateTimeOffset now)
    {
        session.Execute("DELETE FROM web_recovery WHERE person_id = $1", person);
        session.Execute(
            "INSERT INTO web_recovery (lookup, person_id, at) VALUES ($1, $2, $3)", Code(code), person, now.ToUnixTimeMilliseconds());
    }

    /// <summary>Lets a device in by a code.</summary>
    /// <returns>False when no person has this code.</returns>
    public bool Pair(Session session, string code, string token, DateTimeOffset now)
    {
        if (session.Scalar("SELECT person_id FROM web_recovery WHERE lookup = $1", Code(code)) is not long person)
        {
            return false;
        }

        session.Execute(
            "INSERT INTO web_device (lookup, person_id, at) VALUES ($1, $2, $3)", Device(token), person, now.ToUnixTimeMilliseconds());
        audit.Write(session, person, now, "person", "device");
        return true;
    }

    private byte[] Code(string code) => seal.Lookup("web-recovery", code);

    private byte[] Device(string token) => seal.Lookup("web-device", token);
}
