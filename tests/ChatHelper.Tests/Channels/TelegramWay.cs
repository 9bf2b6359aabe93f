using System.Text.Json;
using ChatHelper.Channels.Telegram;
using ChatHelper.Core.Turns;
using ChatHelper.Fakes.Record;
using ChatHelper.Tests.Telegram;

namespace ChatHelper.Tests.Contract;

/// <summary>On Telegram choices are buttons and documents are files.</summary>
internal sealed class TelegramWay(BotRig rig, long chat) : Way(rig.Engine, UpdateReader.At(chat))
{
    private readonly List<(int Message, List<string> Buttons)> _keyboards = [];
    private long _read;

    protected override Task Type(string text) => Turn(() => rig.Fake.Persons.Text(chat, text));

    protected override Task Send(string name, byte[] bytes, string caption) => Turn(() => rig.Fake.Persons.File(chat, name, "image/jpeg", bytes, caption));

    protected override async Task Press(IReadOnlyList<ShownChoice> choices)
    {
        var (message, buttons) = _keyboards.Last(keyboard => keyboard.Buttons.Exists(button => ButtonCode.Read(button)?.Choice == choices[0].Id));
        var wanted = choices.Select(choice => buttons.First(button => ButtonCode.Read(button)!.Choice == choice.Id)).ToList();
        if (ButtonCode.Read(wanted[0])!.Use == ButtonUse.Choice)
        {
            await Turn(() => rig.Fake.Persons.Press(chat, message, Assert.Single(wanted)));
            return;
        }

        wanted.ForEach(button => rig.Fake.Persons.Press(chat, message, button));
        await Turn(() => rig.Fake.Persons.Press(chat, message, buttons.First(button => ButtonCode.Read(button)!.Use == ButtonUse.Done)));
    }

    // Until the answer is there and nothing more of it is on its way.
    private async Task Turn(Action act)
    {
        act();
        await Until(async () => New().Count > 0 && (await Waiting()).Count == 0);
        foreach (var entry in New())
        {
            Read(entry);
        }
    }

    private List<LedgerEntry> New() => [.. rig.Fake.Ledger.Entries.Where(entry => entry.Number > _read && entry.ChatId == chat && entry.Kind == LedgerKind.Sent)];

    private void Read(LedgerEntry entry)
    {
        _read = entry.Number;
        Heard.Add(entry.Text ?? "");
        if (entry.DocumentName is { } name)
        {
            Papers.Add(new Paper(name, rig.Fake.Persons.Document(chat, entry.MessageId)!));
        }

        if (entry.ReplyMarkup is { } markup)
        {
            _keyboards.Add((entry.MessageId, [.. JsonSerializer.Deserialize<JsonElement>(markup).GetProperty("inline_keyboard").EnumerateArray()
                .SelectMany(row => row.EnumerateArray()).Where(button => button.TryGetProperty("callback_data", out _)).Select(button => button.GetProperty("callback_data").GetString()!)]));
        }
    }
}
