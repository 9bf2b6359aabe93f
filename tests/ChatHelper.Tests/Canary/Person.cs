using System.Text.RegularExpressions;
using System.Threading.Channels;
using ChatHelper.Fakes;
using ChatHelper.Fakes.Record;
using ChatHelper.Tests.Evidence;

namespace ChatHelper.Tests.Canary;

/// <summary>An invented person on Telegram who says a canary wherever something can be said.</summary>
internal sealed partial class Person(FakeBotApi fake, int no)
{
    public const string Word = "金丝雀", Number = "1990000", Latin = "kanari";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Channel<bool> _heard = Channel.CreateUnbounded<bool>();
    private readonly List<string> _talk = [];
    private readonly List<(string Name, int Message)> _papers = [];

    public long Chat => 5_000 + no;

    /// <summary>Canaries laid.</summary>
    public int Laid { get; private set; }

    /// <summary>Codes that were shown to the person: whoever reads one anywhere else reads too much.</summary>
    public List<string> Codes { get; } = [];

    public string Talk
    {
        get
        {
            lock (_talk)
            {
                return string.Join('\n', _talk);
            }
        }
    }

    /// <summary>Files that were sent, by message; only as long as the chat has them.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Papers => [.. _papers.Select(one => (one.Name, fake.Persons.Document(Chat, one.Message))).Where(one => one.Item2 is not null)!];

    /// <summary>Has a case, keeps it, and fills it.</summary>
    public async Task Fill()
    {
        fake.Ledger.Listen(Hear);
        foreach (var text in new[]
        {
            "/start", $"我叫{Word}{no}，号码{Number}{no:D4}，{Latin}公司打我家人", "1", "1", "1", "同意", "1", "上周三晚上九点多", "昨天下午", "1 4", "1 2", "20", "1 2", $"{Number}{no:D4}",
            "消金", $"{Word}消费金融{Latin}", "1", "1 2", "跳过", $"{Word}{no}", "菜单",
            "又打了", $"刚才{Number}{no:D4}又打给我妈，说{Word}不还钱就来家里", $"{Number}{no:D4}，是我姐，说{Word}{Latin}", "好了",
            "导入通话记录", $"{Number}{no:D4} 未接来电(3) 昨天 22:41\n{Number}9999 呼入 1分20秒 11月18日 下午3:20\n{Word} {Latin}", "1",
            "记投诉", "1", $"{Word}{Latin}编号{Number}", "跳过",
        })
        {
            await Say(text);
        }
    }

    public async Task Give()
    {
        byte[] exif = Pictures.Jpeg(Pictures.Exif(6, $"GPS {Latin} {Number}"), Pictures.Segment(0xFE, System.Text.Encoding.UTF8.GetBytes(Word)));
        await File($"{Word}{no}.jpg", "image/jpeg", [.. exif], $"{Word}的截图 {Number}");
        await File($"{Latin}-{Number}{no}.txt", "text/plain", System.Text.Encoding.UTF8.GetBytes($"{Word} {Number} {Latin} {string.Join(' ', Enumerable.Repeat(Word, 9000))}"), $"{Latin}{Word}");
        await File($"{Word}.vcf", "text/vcard", System.Text.Encoding.UTF8.GetBytes($"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{Word}\r\nTEL:{Number}{no:D4}\r\nEND:VCARD\r\n"), Word);
    }

    /// <summary>Letters with the words that were said, all in one package, and a copy of everything held.</summary>
    public async Task Ask()
    {
        foreach (var text in new[] { "报案材料", $"{Word}说{Latin}", "好", "投诉信", $"{Word}路{Number}", $"{Latin}", "时间线", "证据清单", "好", "pdf", "打包", "菜单", "导出", "1" })
        {
            await Say(text);
        }
    }

    public async Task Hide()
    {
        await Say("找回码");
        if (CodeShape().Matches(Talk) is [{ } code, ..])
        {
            Codes.Add(code.Value);
            await Say(code.Value);
        }

        await Say("设密码");
        await Say($"{Number}7");
        await Say($"{Number}7");
        await Say("证人");
        await Say("1");
        await Until(() => WitnessShape().IsMatch(Talk));
        Codes.AddRange(WitnessShape().Matches(Talk).Select(match => match.Groups["code"].Value).Distinct());
    }

    public async Task CallForHelp()
    {
        await Say("转人工");
        await Say("1");
        await Say($"我是{Word}{no}，{Latin}，{Number}{no:D4}");
    }

    /// <summary>Two taps, or the word that asks nothing back.</summary>
    /// <returns>Whether the receipt came.</returns>
    public async Task<bool> Leave()
    {
        await Say(no % 2 == 0 ? "/delete" : "立刻清空");
        if (no % 2 == 0)
        {
            // An answer to what was said before may still be coming, with buttons of its own.
            await Until(() => fake.Persons.Choices(Chat) is [(var sure, _), ..] && sure.Contains('删'));
            Assert.True(fake.Persons.Choose(Chat, 0), Talk);
            await Answer();
        }

        return await Until(() => Talk.Contains("密钥已经毁掉", StringComparison.Ordinal));
    }

    public async Task Say(string text)
    {
        Laid += Canaries(text);
        Note($"> {text}");
        while (_heard.Reader.TryRead(out _))
        {
        }

        fake.Persons.Text(Chat, text);
        await Answer();
    }

    private async Task File(string name, string mime, byte[] bytes, string caption)
    {
        Laid += Canaries(name) + Canaries(caption) + 1;
        Note($"> (file {name})");
        fake.Persons.File(Chat, name, mime, bytes, caption);
        await Answer();
    }

    // On a busy machine the rest of an answer takes its time.
    private static async Task<bool> Until(Func<bool> holds)
    {
        for (var left = 100; left > 0 && !holds(); left--)
        {
            await Task.Delay(100);
        }

        return holds();
    }

    private void Note(string line)
    {
        lock (_talk)
        {
            _talk.Add(line);
        }
    }

    private async Task Answer()
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await _heard.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"nobody answered:\n{Talk}", late);
        }

        // What belongs to the same answer.
        do
        {
            await Task.Delay(60);
        }
        while (_heard.Reader.TryRead(out _));
    }

    private void Hear(LedgerEntry entry)
    {
        if (entry.ChatId == Chat && entry.Kind is LedgerKind.Sent or LedgerKind.Edited)
        {
            if (entry.DocumentName is { } name)
            {
                _papers.Add((name, entry.MessageId));
            }

            Note($"{(entry.DocumentName is null ? "" : $"[{entry.DocumentName}] ")}{entry.Text}");
            _heard.Writer.TryWrite(true);
        }
    }

    public static int Canaries(string text) => new[] { Word, Number, Latin }.Count(core => text.Contains(core, StringComparison.Ordinal));

    [GeneratedRegex(@"\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}", RegexOptions.None, 100)]
    private static partial Regex CodeShape();

    [GeneratedRegex("witness#(?<code>[0-9A-Z-]{19})", RegexOptions.None, 100)]
    private static partial Regex WitnessShape();
}
