using System.Net;
using System.Net.Sockets;

namespace ChatHelper.Benchmarks;

/// <summary>Our programs beside this one, and how a measured worker is set up.</summary>
internal static class Places
{
    public static string Program(string name) => Path.Combine(AppContext.BaseDirectory, $"{name}.dll");

    public static Dictionary<string, string> Settings(string folder, string api, bool webhook)
    {
        var own = $"http://127.0.0.1:{FreePort()}";
        var settings = new Dictionary<string, string>
        {
            ["CHATHELPER_DATA"] = Path.Combine(folder, "data"),
            ["CHATHELPER_DIALOGS"] = MeasuredPack.WriteEight(folder),
            ["CHATHELPER_PACK"] = "eight",
            ["CHATHELPER_LIMITS"] = "0",
            ["CHATHELPER_URL"] = own,
            ["TELEGRAM_TOKEN"] = "1000001:FAKE_TOKEN_of_the_loopback_bot_api_0",
            ["TELEGRAM_API_URL"] = api,
            ["TELEGRAM_PACE"] = "0",
            ["TELEGRAM_WEBHOOK"] = webhook ? "1" : "0",
        };
        if (webhook)
        {
            settings["PUBLIC_URL"] = own;
        }

        return settings;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
