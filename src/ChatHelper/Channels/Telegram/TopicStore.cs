using ChatHelper.Desk;
using ChatHelper.Storage;

namespace ChatHelper.Channels.Telegram;

/// <summary>A case with its topic.</summary>
internal sealed record Topic(Case Case, int Thread);

/// <summary>Words that a topic does not show yet.</summary>
internal sealed record TopicNews(Topic Topic, IReadOnlyList<DeskMessage> Messages);

/// <summary>Which case stands in which topic of the volunteers' group.</summary>
internal sealed class TopicStore(HandOverStore handOvers)
{
    /// <summary>Open cases that have no topic yet.</summary>
    public IReadOnlyList<Case> New(Session session) =>
        [.. handOvers.Open(session).Where(one => session.Scalar("SELECT 1 FROM telegram_topic WHERE case_id = $1", one.Id) is null)];

    public static void Add(Session session, string caseId, int thread, long shown) => session.Execute(
        "INSERT INTO telegram_topic (case_id, thread_id, shown) VALUES ($1, $2, $3)", caseId, thread, shown);

    /// <summary>The open case of a topic; null when there is none any more.</summary>
    public Topic? Of(Session session, int thread) =>
        session.Scalar("SELECT case_id FROM telegram_topic WHERE thread_id = $1", thread) is string id
            && handOvers.Find(session, id) is { State: not CaseState.Closed } one ? new Topic(one, thread) : null;

    /// <summary>What persons said that their topics do not show.</summary>
    public IReadOnlyList<TopicNews> News(Session session)
    {
        var waiting = session.Query(
            """
            SELECT t.case_id, t.thread_id, t.shown FROM telegram_topic t WHERE EXISTS
              (SELECT 1 FROM desk_message m WHERE m.case_id = t.case_id AND m.from_person = 1 AND m.id > t.shown)
            """,
            row => (Case: row.GetString(0), Thread: row.GetInt32(1), Shown: row.GetInt64(2)));
        return [.. waiting
            .Select(one => (Topic: new Topic(handOvers.Find(session, one.Case)!, one.Thread), one.Shown))
            .Select(one => new TopicNews(one.Topic, [.. handOvers.Messages(session, one.Topic.Case).Where(message => message.FromPerson && message.Id > one.Shown)]))];
    }

    public static void Shown(Session session, string caseId, long message) =>
        session.Execute("UPDATE telegram_topic SET shown = max(shown, $2) WHERE case_id = $1", caseId, message);
}
