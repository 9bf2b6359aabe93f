using ChatHelper.Channels.Waiting;
using ChatHelper.Channels.WeChat.Replying;

namespace ChatHelper.Channels.WeChat;

/// <summary>Serves WeChat from the start of the host to its end.</summary>
internal sealed class WeChatChannel(WeChatOptions options, PushRight right, Engine engine, WaitingUpdates waiting, Following following, ILogger<WeChatChannel> log) : IHostedService
{
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(8);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        engine.Surroundings.Pushes = channel => channel != WeChatReader.Channel || right.Has;
        engine.Turns.OnReady += following.Ready;
        await following.Open();
        await waiting.Open();
        WeChatLog.Serving(log, options.ToString(), WeChatOptions.Path, options.Certified ? "certified" : "personal", options.Certified ? "answers and messages" : "answers alone");
    }

    public Task StopAsync(CancellationToken cancellationToken) => following.Close(Ending);
}
