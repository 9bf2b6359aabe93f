using ChatHelper.Core.Casework;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Letters;
using NodaTime;

namespace ChatHelper.Core.Tests.Letters;

/// <summary>Packs for the tests of letters: the real letters and law with the facts that dialogs and letters agreed on, and
/// small ones made of a few files.</summary>
internal static class LetterPack
{
    public static readonly LocalDate Today = new(2026, 11, 18);

    private const string Facts = """
        - {fact: role, kind: one, choices: [borrower, co-signer, contact, family, workplace, impersonated, not-a-loan, undisclosed]}
        - {fact: stage, kind: one, choices: [worried, threatened, happening, fake-papers, published, complained]}
        - {fact: age-group, kind: one, choices: [minor, adult]}
        - {fact: first-incident, kind: when}
        - {fact: last-incident, kind: when}
        - {fact: contacts-hit, kind: many, choices: [family, friend, colleague, boss, client, landlord, school, village, stranger, only-me]}
        - {fact: contacts-named, kind: list}
        - {fact: contacts-count, kind: count}
        - {fact: how-contacted, kind: many, choices: [call, sms, wechat, group, visit, email]}
        - {fact: call-count, kind: count}
        - {fact: night-calls, kind: one, choices: ['yes', 'no']}
        - {fact: max-per-day, kind: count}
        - {fact: what-they-did, kind: many, choices: [told-debt, insult, threat, impersonation, fake-papers, edited-photo, demand-others, flooding, other]}
        - {fact: what-they-said, kind: text}
        - {fact: callers, kind: phone}
        - {fact: lender-type, kind: one, choices: [bank, consumer-finance, microloan, platform, unlicensed, lease, private, transferred, unknown]}
        - {fact: lender-name, kind: text}
        - {fact: evidence, kind: many, choices: [recording, sms-shots, call-log, chat, photo-video, papers, witness, none]}
        - {fact: evidence-recordings, kind: count}
        - {fact: evidence-screenshots, kind: count}
        - {fact: evidence-note, kind: text}
        - {fact: wish, kind: many, choices: [stop-calls, tell-contacts, police, complain, delete-data, negotiate, understand]}
        - {fact: already-done, kind: many, choices: [customer-service, regulator, police, none]}
        - {fact: already-done-detail, kind: text}
        - {fact: amount, kind: amount}
        - {fact: overdue-days, kind: count}
        - {fact: paid-total, kind: amount}
        - {fact: demand-amount, kind: amount}
        - {fact: payee, kind: one, choices: [official, personal, unknown]}
        - {fact: permission, kind: one, choices: ['yes', 'no', unsure]}
        - {fact: emergency-contacts, kind: list}
        - {fact: city, kind: text}
        - {fact: signed, kind: one, choices: ['yes', 'no', unsure]}
        - {fact: settled, kind: text}
        - {fact: name, kind: text}
        - {fact: address, kind: one, choices: [withheld]}
        - {fact: deadline, kind: when}
        - {fact: employer-deadline, kind: when}
        - {fact: impersonated-as, kind: text}
        - {fact: relation-to-debtor, kind: text}
        - {fact: diary-count, kind: count}
        - {fact: evidence-count, kind: count}
        - {fact: filing-count, kind: count}
        - {fact: testimony-count, kind: count}
        """;

    private const string Lines = """
        format.and: 、
        format.or: 或
        format.to: 至
        format.about: 约{value}
        format.amount: '{value}元'
        format.count: '{value}'
        format.count.call-count: '{value}次'
        format.count.max-per-day: '{value}次'
        format.count.contacts-count: '{value}人'
        format.count.overdue-days: '{value}天'
        format.count.evidence-recordings: '{value}段'
        format.count.evidence-screenshots: '{value}张'
        format.less-than: 不到{value}
        format.more-than: 超过{value}
        format.hidden-number: 未显示号码
        format.daily: 每天
        format.day: '{day}（{weekday}）'
        format.weekday.1: 周一
        format.weekday.2: 周二
        format.weekday.3: 周三
        format.weekday.4: 周四
        format.weekday.5: 周五
        format.weekday.6: 周六
        format.weekday.7: 周日
        format.part.am: 上午
        format.part.pm: 下午
        format.part.evening: 晚上
        format.part.night: 夜里
        fact.first-incident: 第一次是什么时候
        fact.last-incident: 最近一次是什么时候
        fact.role: 你和借款的关系
        fact.contacts-hit: 谁被联系了
        fact.contacts-hit/family: 家人
        fact.contacts-hit/friend: 朋友
        fact.contacts-hit/boss: 领导
        fact.contacts-hit/colleague: 同事
        fact.contacts-hit/client: 客户
        fact.contacts-hit/only-me: 只打我本人
        fact.how-contacted: 怎么联系的
        fact.how-contacted/call: 电话
        fact.how-contacted/sms: 短信
        fact.what-they-did: 做了什么
        fact.what-they-did/insult: 骂人
        fact.what-they-did/threat: 威胁
        fact.what-they-did/demand-others: 向别人要钱
        fact.what-they-said: 说了什么
        fact.callers: 对方号码
        fact.call-count: 大概多少次
        fact.night-calls: 夜里有没有
        fact.lender-name: 放款方的名字
        fact.lender-type: 放款方是哪一类
        fact.evidence: 手里有什么
        fact.already-done: 已经做过什么
        fact.already-done/customer-service: 客服
        fact.already-done-detail: 日期和编号
        """;

    private const string Opening = """
        dialog: start
        steps:
          - step: hello
            tell: yes
        """;

    /// <summary>The letters, law and lines of the repository's pack.</summary>
    public static IReadOnlyDictionary<string, string> RealFiles { get; } = ReadRealFiles();

    /// <summary>The pack of mainland China as it lies in the repository.</summary>
    public static Pack Real { get; } = PackReader.Read(China, new Diagnostics())!;

    public static PackSource China => new("china", PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china")));

    /// <summary>A pack of these files, with facts, words and an opening.</summary>
    public static Pack Read(IEnumerable<KeyValuePair<string, string>> files, Diagnostics diagnostics)
    {
        var all = new Dictionary<string, string>(files, StringComparer.Ordinal)
        {
            ["start.dialog.yaml"] = Opening,
            ["facts.yaml"] = Facts,
            ["lines/zh-Hans.test.yaml"] = Lines,
        };
        all.TryAdd("pack.yaml", "pack: test\nzone: Asia/Shanghai\nlanguages: [zh-Hans]\nopening: start\n");
        return PackReader.Read(new PackSource("test", all), diagnostics)!;
    }

    /// <summary>A pack with one letter <c>T</c> of this text, read and proved, with the faults found in its letters.</summary>
    public static (Pack Pack, IReadOnlyList<Diagnostic> Found) Small(string template, string form = "file: no", params (string Path, string Text)[] more)
    {
        var files = new Dictionary<string, string>(RealFiles.Where(file => !file.Key.StartsWith("letters/", StringComparison.Ordinal)), StringComparer.Ordinal)
        {
            ["letters/T.yaml"] = form,
            ["letters/T.zh-Hans.txt"] = template,
        };
        files["lines/zh-Hans.letters.yaml"] += "letter.T: 一封信\n";
        foreach (var (path, text) in more)
        {
            files[path] = text;
        }

        var diagnostics = new Diagnostics();
        var pack = Read(files, diagnostics);
        LetterProof.Prove(pack, diagnostics);
        return (pack, [.. diagnostics.Found.Where(one => one.File.StartsWith("letters/", StringComparison.Ordinal))]);
    }

    /// <summary>That letter with these facts.</summary>
    public static string Rendered(string template, params (string Name, Fact Fact)[] facts)
    {
        var (pack, _) = Small(template);
        return LetterWriter.Write(pack, pack.Letters["T"], Sheet(facts), CaseFile.Empty, Today, "zh-Hans").Text;
    }

    public static FactSheet Sheet(params (string Name, Fact Fact)[] facts) =>
        FactSheet.Of(facts.Select(pair => KeyValuePair.Create(pair.Name, pair.Fact)));

    private static Dictionary<string, string> ReadRealFiles()
    {
        var pack = Path.Combine(PackFiles.Root, "dialogs", "china");
        return Directory.EnumerateFiles(pack, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Inside: Path.GetRelativePath(pack, path).Replace('\\', '/')))
            .Where(file => file.Inside.StartsWith("letters/", StringComparison.Ordinal)
                || file.Inside.StartsWith("law/", StringComparison.Ordinal)
                || file.Inside is "lines/zh-Hans.letters.yaml" or "lines/zh-Hans.law.yaml" or "crisis.yaml" or "reading.yaml" or "facts.case.yaml" or "facts.diary.yaml")
            .ToDictionary(file => file.Inside, file => File.ReadAllText(file.Path), StringComparer.Ordinal);
    }
}
