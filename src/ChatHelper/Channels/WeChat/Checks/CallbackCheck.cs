using System.Globalization;
using System.Security.Cryptography;
using ChatHelper.Channels.WeChat.Callbacks;

namespace ChatHelper.Channels.WeChat.Checks;

/// <summary>Asks our own server from outside what WeChat asks it when the address is entered there.</summary>
internal static class CallbackCheck
{
    private const string Point = "Own server";

    public static async Task Run(WeChatOptions options, Uri? publicUrl, TimeProvider clock, WeChatPoints points)
    {
        if (publicUrl is null)
        {
            points.Wrong("Address", "PUBLIC_URL is not set; WeChat must reach this server, and people its pages");
            return;
        }

        var address = new Uri(publicUrl, WeChatOptions.Path);
        points.Right("Address", $"enter {address} at WeChat, with the token and the key of the settings, and the mode {options.Mode}");
        var (stamp, nonce, echo) = (clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Digits(), Digits());
        var query = $"?signature={CallbackSignature.Of(options.Token, stamp, nonce)}&timestamp={stamp}&nonce={nonce}&echostr={echo}";
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !address.IsLoopback }) { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 4096 };
        try
        {
            using var answer = await http.GetAsync(new Uri(address, query));
            if (answer.IsSuccessStatusCode && await answer.Content.ReadAsStringAsync() == echo)
            {
                points.Right(Point, "answers the check of its address");
            }
            else
            {
                points.Wrong(Point, $"answers {(int)answer.StatusCode}; does it run with the same WECHAT_TOKEN, and does the proxy in front pass on {WeChatOptions.Path} with its query?");
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            points.Wrong(Point, "cannot be reached under this address; does it run, and does the proxy in front of it?");
        }
    }

    private static string Digits() => RandomNumberGenerator.GetString("0123456789", 10);
}
