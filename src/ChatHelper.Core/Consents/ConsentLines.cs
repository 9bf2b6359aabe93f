namespace ChatHelper.Core.Consents;

/// <summary>Lines that the program itself says about consent and erasing, with the values it puts into each.</summary>
internal static class ConsentLines
{
    public static IReadOnlyDictionary<string, string[]> Values { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["consent.before.keep"] = [],
        ["consent.before.sensitive"] = [],
        ["consent.before.abroad"] = [],
        ["consent.later"] = [],
        ["consent.looking"] = [],
        ["consent.changed"] = [],
        ["consent.not-kept"] = [],
        ["consent.not-kept.sensitive"] = [],
        ["consent.file-not-kept"] = [],
        ["consent.gone-abroad"] = [],
        ["consent.recipient"] = [],
        ["operator.none"] = [],
        ["operator.contact.none"] = [],
        ["page.chat.none"] = [],
        ["erased"] = [],
        ["receipt.removed"] = ["things"],
        ["receipt.always"] = [],
        ["receipt.answers"] = ["count"],
        ["receipt.diary"] = ["count"],
        ["receipt.files"] = ["count"],
        ["receipt.items"] = ["count"],
        ["receipt.filings"] = ["count"],
        ["receipt.witnesses"] = ["count"],
        ["receipt.letters"] = ["count"],
        ["receipt.reminders"] = ["count"],
        ["receipt.remains"] = ["by-hand"],
        ["receipt.by-hand.telegram"] = [],
        ["receipt.by-hand.web"] = [],
        ["receipt.by-hand.terminal"] = [],
        ["receipt.by-hand.wechat"] = [],
        ["receipt.by-hand.other"] = [],
        ["receipt.backups"] = ["day"],
        ["receipt.no-backups"] = [],
    };
}
