using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Tests.Letters;

/// <summary>Facts as people told them.</summary>
internal static class Told
{
    /// <summary>A borrower whose sister, flatmate and manager were called.</summary>
    public static FactSheet Borrower => LetterPack.Sheet(
        ("role", Fact.Said("我本人欠的", "borrower")),
        ("first-incident", Fact.Said("上周三晚上九点多", "2026-11-11T21:00~21:59", Precision.About)),
        ("last-incident", Fact.Said("昨天下午", "2026-11-17 PM")),
        ("contacts-hit", Fact.Said("我姐 大学室友 部门主管", "family,friend,boss")),
        ("contacts-named", Fact.Said("我姐 大学室友 部门主管", "姐姐,大学室友,部门主管")),
        ("how-contacted", Fact.Said("", "call,sms")),
        ("what-they-did", Fact.Said("", "insult,threat,demand-others")),
        ("what-they-said", Fact.Said("骂我老赖 诈骗犯 让我姐劝我还钱 不然天天打她单位", "骂我老赖 诈骗犯 让我姐劝我还钱 不然天天打她单位")),
        ("callers", Fact.Said("199 0000 1234 还有 +86 170-0000-5678 还有一个私密号码", "19900001234,17000005678,HIDDEN")),
        ("lender-type", Fact.Silence(FactState.Unknown)),
        ("lender-name", Fact.Silence(FactState.Unknown)),
        ("amount", Fact.Said("三千五", "3500")),
        ("overdue-days", Fact.Said("二十来天", "20", Precision.About)),
        ("evidence", Fact.Said("", "recording,sms-shots")),
        ("evidence-recordings", Fact.Said("", "1")),
        ("evidence-screenshots", Fact.Said("", "6")),
        ("evidence-note", Fact.Said("录音在我姐手机里", "录音在我姐手机里")),
        ("already-done", Fact.Said("", "none")),
        ("name", Fact.Silence(FactState.Refused)));

    /// <summary>A former colleague of somebody who owes; he owes nothing.</summary>
    public static FactSheet Contact => LetterPack.Sheet(
        ("role", Fact.Said("我没借过钱", "contact")),
        ("relation-to-debtor", Fact.Said("前同事", "前同事")),
        ("signed", Fact.Said("", "no")),
        ("first-incident", Fact.Said("上礼拜一", "2026-11-09")),
        ("last-incident", Fact.Said("今天", "2026-11-18")),
        ("contacts-hit", Fact.Said("", "only-me")),
        ("how-contacted", Fact.Said("", "call")),
        ("call-count", Fact.Said("二十三四个", "23~24", Precision.About)),
        ("max-per-day", Fact.Said("最多一天打了七个", "7")),
        ("night-calls", Fact.Said("", "yes")),
        ("what-they-did", Fact.Said("", "flooding")),
        ("what-they-said", Fact.Said("就说方某某名下账户", "就说方某某名下账户")),
        ("callers", Fact.Said("0551 0000 1111 还有95013开头的", "0551-00001111,95013*")),
        ("lender-name", Fact.Silence(FactState.Unknown)),
        ("amount", Fact.Said("", "3500")),
        ("evidence", Fact.Said("", "call-log")));
}
