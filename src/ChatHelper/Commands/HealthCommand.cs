using System.CommandLine;

namespace ChatHelper.Commands;

/// <summary><c>health</c>: asks the worker on this machine whether it is ready; for the container's health check, which has no curl.</summary>
internal static class HealthCommand
{
    public static Command Make()
    {
        var command = new Command("health", "Ask the worker here whether it is ready.");
        command.SetAction(async (_, stop) =>
        {
            var url = new UriBuilder(Settings.Read(Environment.GetEnvironmentVariable).Url) { Host = "127.0.0.1", Path = "/health/ready" }.Uri;
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
            try
            {
                using var answer = await client.GetAsync(url, stop);
                return answer.IsSuccessStatusCode ? 0 : 1;
            }
            catch (HttpRequestException)
            {
                return 1;
            }
        });
        return command;
    }
}
