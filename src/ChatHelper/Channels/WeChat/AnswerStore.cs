using System.Text.Json.Serialization;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Channels.WeChat;

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
internal sealed class AnswerStore(Seal seal)
{
    private readonly ClosedRows<Answers> _rows = new(seal, "wechat_answer", AnswerJson.Default.Answers);

    public Answers Find(Session session, long person) => _rows.Find(session, person) ?? Answers.None;

    public void Put(Session session, long person, Answers answers) => _rows.Put(session, person, answers);
}

[JsonSerializable(typeof(Answers))]
internal sealed partial class AnswerJson : JsonSerializerContext;
