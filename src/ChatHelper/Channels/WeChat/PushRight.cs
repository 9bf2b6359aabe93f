using ChatHelper.Watch;

namespace ChatHelper.Channels.WeChat;

/// <summary>Whether messages can be pushed now. A certified account can lose that, with its certification or for an address that is not on
/// a list; until WeChat takes one again it answers like an account that never could.</summary>
internal sealed class PushRight(WeChatOptions options, Signals signals)
{
    public bool Has => options.Certified && !signals.WeChatMayNotPush;
}
