using System.Text.Json;
using ChatHelper.Fakes.Faulty;
using ChatHelper.Fakes.Http;
using ChatHelper.Fakes.Load;

namespace ChatHelper.Fakes.Control;

/// <summary>The same levers over HTTP, for a bot in another process. Answers have the Bot API's envelope.</summary>
internal sealed class ControlRoutes(FakeBotApi fake, World world)
{
    private readonly LedgerRoutes _ledger = new(fake);

    public async Task AnswerAsync(Exchange context, string route)
    {
        var (http, call) = (context.Http, context.Call);
        try
        {
            await Front.ReadArgumentsAsync(context);
            if (!Run($"{http.Request.Method} {route}", call.Arguments, call.Answer) && !_ledger.Run($"{http.Request.Method} {route}", call.Arguments, call.Answer))
            {
                call.Answer.Fail(404, $"no such route: {http.Request.Method} /control/{route}");
            }
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            call.Answer.Fail(400, e.Message);
        }
        call.Answer.End();
        await Front.WriteAsync(http, call.Answer.Status, call.Answer.Body);
    }

    private bool Run(string route, Arguments a, Answer answer)
    {
        switch (route)
        {
            case "GET health":
                break;
            case "POST text":
                Write(answer, "message_id", fake.Persons.Text(Chat(a), Needed(a, "text"), User(a), a.Whole("thread_id"u8, 0)));
                break;
            case "POST press":
                Press(a, answer);
                break;
            case "POST file":
                var bytes = a.String("base64"u8) is { } base64 ? Convert.FromBase64String(base64) : new byte[a.Whole("size"u8, 1024)];
                Write(answer, "message_id", fake.Persons.File(Chat(a), Needed(a, "name"), a.String("mime"u8) ?? "application/octet-stream", bytes, a.String("caption"u8), User(a)));
                break;
            case "POST group":
                fake.Persons.AddGroup(Chat(a), Needed(a, "title"), a.Flag("forum"u8) ?? true);
                break;
            case "POST faults":
                fake.Faults.Add(ReadFault(a));
                break;
            case "DELETE faults":
                fake.Faults.Clear();
                break;
            case "POST settings":
                Set(a);
                break;
            case "POST clock":
                fake.Advance(TimeSpan.FromSeconds(a.Fraction("advance_s"u8) ?? 0));
                break;
            case "POST jump":
                fake.JumpTo(a.Whole("update_id"u8, 1));
                break;
            case "POST load":
                fake.Play(ReadPlan(a));
                break;
            case "POST flood":
                fake.Pour(Chat(a), a.Whole("per_second"u8, 1000), Needed(a, "text"));
                break;
            case "DELETE load":
                fake.Load?.Stop();
                break;
            case "GET report":
                fake.WriteReport(answer.Result());
                break;
            case "DELETE report":
                fake.ClearFigures();
                break;
            case "POST stop":
                fake.AskStop();
                break;
            default:
                return false;
        }
        return true;
    }

    private void Press(Arguments a, Answer answer)
    {
        if (a.String("data"u8) is { } data)
        {
            var message = a.Whole("message_id"u8, fake.Persons.KeyboardMessage(Chat(a)) ?? 0);
            answer.Result().WriteStringValue(fake.Persons.Press(Chat(a), message, data, User(a)));
        }
        else if (!fake.Persons.Choose(Chat(a), a.Whole("choice"u8, 0), User(a)))
        {
            answer.Fail(400, "no keyboard in this chat");
        }
    }

    private void Set(Arguments a)
    {
        fake.Faults.DelayMs = a.Whole("delay_ms"u8, fake.Faults.DelayMs);
        if (a.String("rates"u8) is { } mode)
        {
            fake.Limits.Mode = Enum.Parse<RateMode>(mode, ignoreCase: true);
        }
        var updates = world.Updates;
        fake.Disturb(a.Fraction("duplicate_share"u8) ?? updates.DuplicateShare, a.Whole("most_copies"u8, updates.MostCopies), a.Flag("reorder"u8) ?? updates.Reorder);
    }

    private static Fault ReadFault(Arguments a) => new(Enum.Parse<FaultKind>(Needed(a, "kind"), ignoreCase: true))
    {
        Method = a.String("method"u8),
        ChatId = a.Number("chat_id"u8),
        Share = a.Fraction("share"u8) ?? 1,
        Times = a.Whole("times"u8, int.MaxValue),
        RetryAfter = a.Whole("retry_after"u8, 1),
        Global = a.Flag("global"u8) ?? false,
        Executed = a.Flag("executed"u8) ?? false,
        MigrateTo = a.Number("migrate_to"u8) ?? 0,
        Code = a.Whole("code"u8, 400),
        Description = a.String("description"u8) ?? "Bad Request",
    };

    private static LoadPlan ReadPlan(Arguments a)
    {
        using var script = JsonDocument.Parse(a.Json("script"u8));
        return new LoadPlan
        {
            Chats = a.Whole("chats"u8, 100),
            FirstChatId = a.Number("first_chat_id"u8) ?? 10_000_000,
            Rounds = a.Whole("rounds"u8, 0),
            Think = TimeSpan.FromMilliseconds(a.Fraction("think_ms"u8) ?? 0),
            RampUp = TimeSpan.FromMilliseconds(a.Fraction("ramp_ms"u8) ?? 0),
            Script = [.. script.RootElement.EnumerateArray().Select(ReadStep)],
        };
    }

    private static LoadStep ReadStep(JsonElement step) => new()
    {
        Text = step.TryGetProperty("text"u8, out var text) ? text.GetString() : null,
        Press = step.TryGetProperty("press"u8, out var press) ? press.GetInt32() : 0,
        Replies = step.TryGetProperty("replies"u8, out var replies) ? replies.GetInt32() : 1,
        UntilKeyboard = step.TryGetProperty("until_keyboard"u8, out var until) && until.GetBoolean(),
    };

    private static long Chat(Arguments a) => a.Number("chat_id"u8) ?? throw new FormatException("chat_id is missing");

    private static long User(Arguments a) => a.Number("user_id"u8) ?? 0;

    private static string Needed(Arguments a, string name) =>
        a.String(System.Text.Encoding.UTF8.GetBytes(name)) ?? throw new FormatException($"{name} is missing");

    private static void Write(Answer answer, string name, int value)
    {
        var json = answer.Result();
        json.WriteStartObject();
        json.WriteNumber(name, value);
        json.WriteEndObject();
    }
}
