using Telegram.Bot.Types;

namespace ChatHelper.Channels.Telegram;

internal sealed class VolunteerGroup(TelegramClients clients)
{
    public async Task Take(Message message, string key) => await Task.FromResult((clients, message, key));

    public async Task Run(CancellationToken stop) => await Task.FromResult((clients, stop));
}
