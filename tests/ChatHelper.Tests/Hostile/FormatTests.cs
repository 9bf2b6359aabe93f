using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using ChatHelper.Channels;
using ChatHelper.Channels.Telegram;
using ChatHelper.Channels.Web;
using ChatHelper.Conversations;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Papers;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;
using ChatHelper.Fakes.Record;
using ChatHelper.Outbox;
using ChatHelper.Pages;
using ChatHelper.Papers;
using ChatHelper.Tests.Papers;
using ChatHelper.Tests.Telegram;
using ChatHelper.Tests.Terminal;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Hostile;

/// <summary>Any words, through everything that writes them down for somebody: they stay words.</summary>
public sealed class FormatTests(ITestOutputHelper output)
{
    private static readonly int Times = Rounds.Of("MARKUP", 2000);
    private readonly Mutant _mutant = new(20261127);

    [Fact]
    public void A_message_fits_and_has_no_sign_but_plain_text()
    {
        var words = new TelegramWords(ScenarioTalk.China.Lines);
        Every(Times, _ =>
        {
            var reply = Reply(9000);
            var parts = TextParts.Of(reply.Text);
            Assert.Equal(reply.Text, string.Concat(parts));
            Assert.All(parts, part => Assert.InRange(part.Length, 0, TextParts.Longest));
            Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.False(char.IsHighSurrogate(pair.First[^1]) && char.IsLowSurrogate(pair.Second[0])));
            var keyboard = ReplyKeyboard.Of(reply, words);
            Assert.All((keyboard?.InlineKeyboard ?? []).SelectMany(row => row).Where(button => button.CallbackData is not null), button =>
                Assert.InRange(Encoding.UTF8.GetByteCount(button.CallbackData!), 1, 64));
        });
    }

    [Fact]
    public async Task A_message_arrives_as_it_was_said()
    {
        await using var rig = await BotRig.Started();
        var sender = rig.Services.GetRequiredService<TelegramSender>();
        rig.Fake.Persons.Text(7, "/start");
        await BotRig.Until(() => rig.Fake.PendingUpdates == 0);
        var times = Math.Max(1, Times / 20);
        for (var time = 0; time < times; time++)
        {
            var chat = 1000 + time;
            rig.Fake.Persons.Text(chat, "");
            var reply = Reply(9000);
            var row = new OutboxRow(-1, 0, UpdateReader.At(chat), reply, 0);
            Outcome outcome = Outcome.Accepted.Part;
            for (var part = 0; outcome is Outcome.Accepted { More: true }; part++)
            {
                outcome = await sender.Send(row, part);
            }

            Assert.True(outcome is Outcome.Accepted, $"{outcome}: {reply.Text}");
            var heard = rig.Fake.Ledger.Entries.Where(entry => entry.ChatId == chat && entry.Kind == LedgerKind.Sent).Select(entry => entry.Text ?? "").ToList();
            Assert.All(TextParts.Of(reply.Text).Where(part => !string.IsNullOrWhiteSpace(part)), part => Assert.Contains(Sent(part), heard));
        }

        Assert.DoesNotContain(rig.Fake.Ledger.Entries, entry => entry.Method == "sendMessage" && entry.Kind == LedgerKind.Refused);
        output.WriteLine($"{times} replies of random words through the Bot API: none refused, each word as it was");
    }

    [Fact]
    public void A_page_has_no_tag_that_is_not_ours()
    {
        var witness = new WitnessPages(ScenarioTalk.China.Lines, "zh-Hans", 90);
        var plain = (Signs(Desk("x")), Signs(Check("x")), Signs(Form("x")), Signs($"{Markup.Of($"<p title=\"{"x"}\">{"x"}</p>")}"));
        Every(Times / 4, text =>
        {
            Assert.Equal(plain, (Signs(Desk(text)), Signs(Check(text)), Signs(Form(text)), Signs($"{Markup.Of($"<p title=\"{text}\">{text}</p>")}")));
            var shown = JsonSerializer.Serialize(new ShownReply("1", new Reply(text, ReplyClass.Advice), []), WebJson.Plain.ShownReply);
            Assert.Equal(Sent(text), JsonDocument.Parse(shown).RootElement.GetProperty("reply").GetProperty("text").GetString());
        });

        // As the pages of a case show words: in parts, numbers masked.
        string Desk(string text) => Markup.Join(TextPart.Of(text).Select(part => Markup.Of($"{part.Shown}"))).ToString();

        string Check(string text) => witness.Check("c", new WitnessWords(text, text, text, text), new Testimony(0, default) { Relation = text, AtTold = text, Words = text }, text, text, text).ToString();

        string Form(string text) => witness.Form(text, new WitnessWords(text, text, text, text), text).ToString();
    }

    [Fact]
    public void A_document_opens() => Every(Times / 20, text =>
    {
        var file = DocxWriter.Write(PaperReader.Of($"{_mutant.Text(80)}\n{text}\n甲｜{_mutant.Text(80)}\n1｜2", "zh-Hans", landscape: false), Samples.Fonts);
        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var entry in zip.Entries)
        {
            using var part = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (part.Read())
            {
            }
        }
    });

    [Fact]
    public void A_table_has_no_cell_that_is_calculated() => Every(Times, text =>
    {
        var other = _mutant.Text(60);
        var cells = Cells(CsvTable.Write([[text, other], ["=1", "\u200B=1"]]));
        Assert.Equal(4, cells.Count);
        Assert.All(cells, cell => Assert.DoesNotContain(First(cell), (char?[])['=', '+', '-', '@', '|', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20']));
        Assert.EndsWith(other, cells[1], StringComparison.Ordinal);
    });

    [Fact]
    public void A_line_of_a_calendar_stays_one_line() => Every(Times, text =>
    {
        var folded = CalendarText.Fold($"SUMMARY:{CalendarText.Escape(text)}");
        Assert.All(folded.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var whole = folded.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.EndsWith("\r\n", whole, StringComparison.Ordinal);
        Assert.DoesNotContain(whole[..^2], sign => sign is '\r' or '\n' or '\0' or '\u000B');
    });

    private void Every(int times, Action<string> write)
    {
        for (var time = 0; time < times; time++)
        {
            var text = _mutant.Text();
            try
            {
                write(text);
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"{fault.GetType().Name}: {fault.Message} for {JsonSerializer.Serialize(text)}", fault);
            }
        }

        output.WriteLine($"{times} random texts: none came out as anything but text");
    }

    private Reply Reply(int most) => new(_mutant.Text(most), _mutant.Dice.Roll(2) == 0 ? ReplyClass.Advice : ReplyClass.Question)
    {
        Choices = [.. Enumerable.Range(0, _mutant.Dice.Roll(8)).Select(number => new ShownChoice(_mutant.Dice.Roll(4) == 0 ? _mutant.Text(40) : $"c{number}", $"{number}{_mutant.Text(20)}"))],
        Many = _mutant.Dice.Roll(3) == 0, Step = _mutant.Dice.Roll(4) == 0 ? _mutant.Text(20) : "intake.who", Version = _mutant.Dice.Roll(int.MaxValue),
    };

    // Half a pair is sent as the sign for what cannot be sent.
    private static string Sent(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static (int, int, int, int) Signs(string page) => (page.Count(sign => sign == '<'), page.Count(sign => sign == '>'), page.Count(sign => sign == '"'), page.Count(sign => sign == '\''));

    // Programs leave out what cannot be seen before they look whether to calculate.
    private static char? First(string cell) => cell.Cast<char?>().FirstOrDefault(sign =>
        !char.IsWhiteSpace(sign!.Value) && char.GetUnicodeCategory(sign.Value) is not (UnicodeCategory.Control or UnicodeCategory.Format));

    private static List<string> Cells(string table)
    {
        List<string> cells = [];
        for (var at = table.IndexOf('"', StringComparison.Ordinal); at >= 0 && at < table.Length; at = table.IndexOf('"', at))
        {
            var cell = new StringBuilder();
            for (at++; table[at] != '"' || (at + 1 < table.Length && table[at + 1] == '"'); at++)
            {
                at += table[at] == '"' ? 1 : 0;
                cell.Append(table[at]);
            }

            cells.Add(cell.ToString());
            at++;
        }

        return cells;
    }
}
