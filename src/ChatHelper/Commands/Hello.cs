using ChatHelper.Desk.Door;

namespace ChatHelper.Commands;

/// <summary>What the operator sees first: where the chat is, and how to get to the desk.</summary>
internal static class Hello
{
    public static async Task Say(WebApplication app, string url, bool telegram, bool wechat, string warning, string backups)
    {
        var desk = await app.Services.GetRequiredService<DeskEntrance>().FirstLink(url);
        Console.WriteLine($"Web chat:  {url}");
        Console.WriteLine(desk is null
            ? $"Desk:      {url.TrimEnd('/')}/desk"
            : $"Desk:      {desk}   (sets up the first lead; good once, for 30 minutes)");
        Console.WriteLine(telegram ? "Telegram:  served" : "Telegram:  off (set TELEGRAM_TOKEN)");
        Console.WriteLine(wechat ? "WeChat:    served" : "WeChat:    off (set WECHAT_APPID)");
        Console.WriteLine($"Backups:   {backups}");
        if (warning.Length > 0)
        {
            Console.WriteLine($"Keys:      {warning}");
        }
    }
}
