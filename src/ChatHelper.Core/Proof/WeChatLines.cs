namespace ChatHelper.Core.Proof;

/// <summary>Lines of a pack whose <c>channels.yaml</c> names WeChat: what is said when nothing more can be pushed, and the menu.</summary>
internal static class WeChatLines
{
    public static IReadOnlyDictionary<string, string[]> Values { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["wechat.last"] = [],
        ["wechat.menu.resume"] = [],
        ["wechat.menu.urgent"] = [],
        ["wechat.menu.more"] = [],
        ["wechat.menu.human"] = [],
        ["wechat.menu.pause"] = [],
        ["wechat.menu.erase"] = [],
        ["wechat.menu.help"] = [],
    };
}
