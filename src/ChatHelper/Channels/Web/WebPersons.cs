using ChatHelper.Conversations;

namespace ChatHelper.Channels.Web;

/// <summary>Who is behind a request.</summary>
internal sealed class WebPersons(Engine engine)
{
    /// <summary>The address behind the cookie; null without a cookie.</summary>
    public static Address? Of(HttpRequest request) => Credential.Of(request) is { } token ? Credential.Address(token) : null;

    /// <summary>Tells pages apart that look at different conversations; says nothing to anybody else.</summary>
    public static string Who(Address address) => address.Id[..8];

    /// <summary>The person has these replies on screen and has spoken since: they may go.</summary>
    public Task Acknowledge(Address address, string? seen) => long.TryParse(seen, out var id) && id > 0
        ? engine.Writer.Write(address, session =>
        {
            if (engine.Conversations.Find(session, address) is { } known)
            {
                engine.Meters.Sent("web", Outbox.OutboxStore.RemoveUpTo(session, known.Id, id));
            }

            return true;
        })
        : Task.CompletedTask;
}
