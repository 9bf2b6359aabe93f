using System.Text.Json.Serialization;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>An answer by the key of its message.</summary>
/// <param name="Text">What was said; empty: nothing, or something that is shown only once.</param>
internal sealed record Answer(string Key, string Text)
{
    public override string ToString() => nameof(Answer);
}

/// <summary>The last answers to a person.</summary>
/// <param name="Given">The newest last.</param>
/// <param name="Offers">They were told that a number shows the rest.</param>
internal sealed record Answers(IReadOnlyList<Answer> Given, bool Offers)
{
    private const int Kept = 4;

    public static Answers None { get; } = new([], Offers: false);

    public override string ToString() => nameof(Answers);

    public string? To(string key) => Given.FirstOrDefault(answer => answer.Key == key)?.Text;

    public Answers With(Answer answer, bool offers) => new([.. Given.Where(given => given.Key != answer.Key).TakeLast(Kept - 1), answer], offers);
}

/// <summary>Rows of <see cref="Answers"/>, for deliveries that come again after a restart.</summary>
internal sealed class AnswerStore(Seal seal) : IEffectStore
{
    // WeChat delivers again within seconds; a restart may lie between.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private readonly ClosedRows<Answers> _rows = new(seal, "wechat_answer", AnswerJson.Default.Answers);

    public Answers Find(Session session, long person) => _rows.Find(session, person) ?? Answers.None;

    public void Put(Session session, long person, Answers answers) => _rows.Put(session, person, answers);

    public void Store(Session session, Person person, Effect effect, DateTimeOffset now)
    {
        if (effect is Forget)
        {
            _rows.Remove(session, person.Id);
        }
    }

    public void Used(Session session, Person person, Incoming incoming)
    {
        // An answer is kept when it is made.
    }

    /// <summary>Forgets answers to persons who have said nothing for a while.</summary>
    public static int Purge(Session session, DateTimeOffset now) => session.Execute(
        "DELETE FROM wechat_answer WHERE person_id IN (SELECT person_id FROM conversation WHERE touched_at < $1)", (now - Kept).ToUnixTimeMilliseconds());
}

[JsonSerializable(typeof(Answers))]
internal sealed partial class AnswerJson : JsonSerializerContext;
