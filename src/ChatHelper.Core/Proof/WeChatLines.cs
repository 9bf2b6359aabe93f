namespace ChatHelper.Core.Proof;

/// <summary>Lines of a pack whose <c>channels.yaml</c> names WeChat: pages, links, what is said when nothing can be answered in time or pushed, and the menu.</summary>
internal static class WeChatLines
{
    public static IReadOnlyDictionary<string, string[]> Values { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["wechat.next"] = [], ["wechat.next.words"] = [], ["wechat.next.copy"] = [], ["wechat.next.word"] = [], ["wechat.before"] = [], ["wechat.before.word"] = [], ["wechat.nothing"] = [],
        ["wechat.nothing.human"] = [], ["wechat.passed-on"] = [], ["wechat.unreadable.words"] = [], ["wechat.no-file"] = [], ["wechat.no-calendar"] = [],
        ["wechat.result"] = [], ["wechat.not-now"] = [], ["wechat.unreadable"] = [],
        ["wechat.many"] = [], ["wechat.file"] = ["link"], ["wechat.no-link"] = [], ["file.refused-account"] = ["name"],
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
