using System.Net;
using System.Net.Sockets;

namespace ChatHelper.Benchmarks;

/// <summary>Our programs beside this one, and how a measured worker is set up.</summary>
internal static class Places
{
    public static string Program(string name) => Path.Combine(AppContext.BaseDirectory, $"{name}.dll");

    public static Dictionary<string, string> Settings(string folder, string api, bool webhook)
    {
        var settings = Settings(folder);
        settings["TELEGRAM_TOKEN"] = "1000001:FAKE_TOKEN_of_the_loopback_bot_api_0";
        settings["TELEGRAM_API_URL"] = api;
        settings["TELEGRAM_PACE"] = "0";
        settings["TELEGRAM_WEBHOOK"] = webhook ? "1" : "0";
        if (webhook)
        {
            settings["PUBLIC_URL"] = settings["CHATHELPER_URL"];
        }

        return settings;
    }

    /// <summary>A worker with the eight questions and no channel but the web.</summary>
    public static Dictionary<string, string> Settings(string folder) => new()
    {
        ["CHATHELPER_DATA"] = Path.Combine(folder, "data"),
        ["CHATHELPER_DIALOGS"] = MeasuredPack.WriteEight(folder),
        ["CHATHELPER_PACK"] = "eight",
        ["CHATHELPER_LIMITS"] = "0",
        ["CHATHELPER_URL"] = $"http://127.0.0.1:{FreePort()}",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
