using System.CommandLine;
using ChatHelper.Channels.WeChat;
using ChatHelper.Channels.WeChat.Api;
using ChatHelper.Channels.WeChat.Checks;
using ChatHelper.Content;
using ChatHelper.Storage;
using ChatHelper.Watch;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Commands;

/// <summary><c>wechat-selfcheck</c>: goes through what a WeChat account needs, with the settings of the worker; beside the running worker if
/// there is one. Prints no secret.</summary>
internal static class WeChatSelfcheckCommand
{
    public static Command Make()
    {
        var menu = new Option<bool>("--menu") { Description = "create the menu below the chat, in place of the one that stands" };
        var command = new Command("wechat-selfcheck", "Check settings, clock, rights and address of the WeChat account.") { menu };
        command.SetAction(parsed => Run(Environment.GetEnvironmentVariable, parsed.GetValue(menu), Console.Out, TimeProvider.System));
        return command;
    }

    /// <summary>Exit code 0: every point is right.</summary>
    public static async Task<int> Run(Func<string, string?> variable, bool menu, TextWriter output, TimeProvider clock)
    {
        Settings settings;
        WeChatOptions? options;
        try
        {
            settings = Settings.Read(variable);
            options = WeChatOptions.Read(variable) ?? throw new StartFault("WECHAT_APPID is not set");
        }
        catch (StartFault fault)
        {
            output.WriteLine($"not ok  Settings: {fault.Message}");
            return 1;
        }

        var signals = new Signals(clock.GetUtcNow());
        using var http = new ApiHttp(options, signals, clock);
        using var tokens = new AccessTokens(options, http, clock, signals, NullLogger<AccessTokens>.Instance);
        var points = new WeChatPoints(output);
        points.Right("Settings", $"{options}, {(options.Certified ? "certified" : "personal")}");
        if (options.Secret.Length > 0)
        {
            await new ApiCheck(options, tokens, new WeChatApi(http, tokens), signals, points).Run(menu ? Menu(settings) : null);
        }
        else
        {
            points.NotNeeded("API", "without WECHAT_SECRET nothing is called; people are only answered");
        }

        await CallbackCheck.Run(options, settings.PublicUrl, clock, points);
        return points.AllRight ? 0 : 1;
    }

    private static WeChatMenu Menu(Settings settings)
    {
        var lines = PackLoading.Load(settings.DialogsFolder, settings.PackName).Lines;
        return new WeChatMenu(lines, lines.Languages[0]);
    }
}
