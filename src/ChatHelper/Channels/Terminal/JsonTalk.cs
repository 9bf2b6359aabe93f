using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using Tier = ChatHelper.Core.Crisis.Tier;

namespace ChatHelper.Channels.Terminal;

/// <summary><c>talk --json</c>: one JSON object a line in both directions, for tools and test rigs (DESIGN §9).</summary>
internal sealed class JsonTalk(TerminalTalk talk, string outFolder)
{
    private readonly TerminalFiles _files = new(talk.Papers, outFolder);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task Run(TextReader input, TextWriter output)
    {
        while (await input.ReadLineAsync() is { } line)
        {
            if (line.Length > 0)
            {
                await output.WriteLineAsync((await Answer(line)).ToJsonString(Plain));
                await output.FlushAsync();
            }
        }
    }

    private async Task<JsonObject> Answer(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject said ? await Answer(said) : Fault("a JSON object a line is expected");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException
            or IOException or UnauthorizedAccessException or StorageFault)
        {
            return Fault(fault.Message);
        }
    }

    private async Task<JsonObject> Answer(JsonObject said)
    {
        IReadOnlyList<Reply>? replies = said switch
        {
            _ when said["text"] is { } text => await talk.Say(text.GetValue<string>()),
            _ when said["choice"] is { } choice => await talk.Press([choice.GetValue<string>()]),
            _ when said["choices"] is JsonArray choices => await talk.Press([.. choices.Select(one => one?.GetValue<string>() ?? throw new FormatException("a choice is a text"))]),
            _ when said["file"] is { } file => await talk.Give(file.GetValue<string>(), said["caption"]?.GetValue<string>() ?? ""),
            _ when said["clock"] is { } clock => ClockWords.Read(clock.GetValue<string>()) is { } by ? await talk.Move(by) : null,
            _ when said["facts"] is not null => [],
            _ => null,
        };
        return replies is null
            ? Fault("one of text, choice, choices, file, clock (such as +3d) or facts is expected")
            : await State(replies);
    }

    private async Task<JsonObject> State(IReadOnlyList<Reply> replies)
    {
        var conversation = await talk.Conversation();
        var shown = new JsonArray();
        foreach (var reply in replies)
        {
            shown.Add(Shown(reply, await _files.Write(reply, await talk.Number())));
        }

        return new JsonObject
        {
            ["replies"] = shown,
            ["step"] = conversation.At,
            ["facts"] = new JsonObject(conversation.Facts.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Shown(pair.Value)))),
            ["mode"] = conversation.Mode.ToString().ToLowerInvariant(),
            ["crisis"] = Word(conversation.Crisis?.Tier),
        };
    }

    private static JsonNode Shown(Reply reply, IReadOnlyList<TerminalFile> files) => new JsonObject
    {
        ["text"] = reply.Text,
        ["choices"] = new JsonArray([.. reply.Choices.Select(choice => new JsonObject { ["id"] = choice.Id, ["text"] = choice.Text })]),
        ["files"] = new JsonArray([.. files.Select(file => new JsonObject { ["name"] = file.Name, ["mime"] = file.Mime, ["path"] = file.Path })]),
    };

    private static JsonObject Shown(Fact fact) => new()
    {
        ["state"] = fact.State.ToString(),
        ["raw"] = fact.Raw,
        ["value"] = fact.Value,
        ["precision"] = fact.Precision.ToString().ToLowerInvariant(),
    };

    // The five tiers of the design. Somebody else's danger counts as that tier; one kind question is no crisis yet.
    private static string? Word(Tier? tier) => tier switch
    {
        Tier.R1 or Tier.R2 or Tier.R3 or Tier.V1 or Tier.V2 => tier.ToString(),
        Tier.ThirdR3 => nameof(Tier.R3),
        Tier.ThirdR2 => nameof(Tier.R2),
        _ => null,
    };

    private static JsonObject Fault(string message) => new() { ["error"] = message };
}
