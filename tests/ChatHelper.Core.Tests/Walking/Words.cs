using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Tests.Walking;

/// <summary>What walkers type.</summary>
internal static class Words
{
    /// <summary>Stands in every hostile text that looks like one of our placeholders, so that an echo of it is known as one.</summary>
    public const string Hostile = "zzqq";

    private static readonly string[] Days =
        ["上周三晚上九点多", "昨天", "11月3号", "国庆那几天", "2025年12月20日", "3号还是4号", "前天下午", "十月底", "去年12月底到今年1月中", "从10月11号到20号", "明年", "2月30号", "中秋"];

    private static readonly string[] Amounts = ["三千五", "2600", "1.2w", "不到五千", "800左右", "两万三", "999999999999", "0", "一分没有", "8千6"];

    private static readonly string[] Phones =
        ["19900001234", "199 0000 1234 还有 +86 170-0000-5678", "私密号码", "0551-00001111", "95013开头", "微信号 abc_990", "不显示", "12378", "1990000"];

    private static readonly string[] Counts = ["三次", "二三十个", "每天", "7", "一天打了七个", "半年", "0", "数不清"];

    private static readonly string[] Texts =
        ["阿池", "某某消费金融有限公司", "合肥", "我妈和我老婆", "失业了，还在找工作。", "https://example.com/v/1", "晚上七点到九点", "他说：“不还就打给你单位”", "，。", "11月5号，编号A123", "李｜四", "-"];

    private static readonly string[] Stories =
    [
        "我没借过钱 天天有人打电话找我要老方的钱", "我本人欠的", "三千五逾期二十来天", "号码是19900001234", "骂我老赖 诈骗犯 让我姐劝我还钱", "打到公司前台了", "P图发给我同学了",
        "不是我借的 是被冒用的", "16 高二", "没签过字", "录音有一段，截图6张", "昨天又打了一轮", "他们冒充公安", "我妈、表姐都接到了", "让我转800到个人收款码", "银行的信用卡 1w2", "App是某某钱包",
        "法院传票 发我微信了", "夜里11点多还打", "群里发了我的照片", "上门了 在门口", "不想活了", "弄死他们", "没有危险", "已经投诉过了没用", "网上裸聊被敲诈", "房东也收到短信了",
    ];

    private static readonly string[] Anything =
    [
        "嗯", "？", "……", "好的", "不是", "改成2600", "改成上周五", "应该是三千", "为什么", "谢谢", "1", "2", "1 3", "99", "0", "-1", "哈哈哈哈", "你是机器人吗", "help me", "都行", "没有", "有", "是", "否",
    ];

    private static readonly string[] Hostiles =
    [
        $"{{{{{Hostile}}}}}", $"{{{Hostile}.line}}", $"<b>{Hostile}</b><script>alert(1)</script>", $"*{Hostile}* _{Hostile}_ [{Hostile}](http://example.com)", "\u202E\u2066倒着写\u202C", "\uD800", "\uDC00\uD800半个",
        "👨‍👩‍👧‍👦🏳️‍🌈😭😭🙃", "\0\0a\0", new string('长', 10_000), string.Concat(Enumerable.Repeat("催收天天打 ", 2_000)), new string('<', 300), new string('“', 200), "\r\n\r\n\t", " ", "",
        "\uE000callers\uE0011\uE002", "｜｜｜｜", "%s%n{0}${X}", new string('1', 5_000), "a\u0301\u0301\u0301\u0301", "'; DROP TABLE person; --", "/start@bot", "$(reboot)",
    ];

    public static string For(Step? step, Dice dice) => dice.Of(step?.Kind switch
    {
        StepKind.When => Days,
        StepKind.Amount => Amounts,
        StepKind.Phone => Phones,
        StepKind.Count => Counts,
        StepKind.Text => Texts,
        _ => Anything,
    });

    public static string Story(Dice dice) => dice.Of(Stories);

    public static string Aside(Dice dice) => dice.Of(Anything);

    public static string HostileOne(Dice dice) => dice.Of(Hostiles);
}
