using System.Net;
using ChatHelper.Commands;
using ChatHelper.Conversations;
using ChatHelper.Storage;
using ChatHelper.Watch;
using ChatHelper.Tests.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatHelper.Tests.Storage;

public sealed class FullDiskTests
{
    [MountFact]
    public async Task A_full_disk_refuses_turns_loses_nothing_acknowledged_and_goes_on_when_space_returns()
    {
        using var disk = new SmallDisk("4m");
        using var rig = new Rig(disk.Folder);
        await using var site = await Site(rig.Engine);
        Assert.Equal(HttpStatusCode.OK, await Ready(site));

        disk.Fill(2 << 20);
        var acknowledged = await UntilRefused(rig);
        disk.Fill();
        var first = await rig.NumberOf(acknowledged[0]);

        await Assert.ThrowsAsync<StorageFault>(() => rig.Say("late", "1", new string('x', 3000)));
        await Assert.ThrowsAsync<StorageFault>(() => rig.Engine.Files.Keep(first, "a.txt", to => to.WriteAsync(new byte[9000].Select(_ => (byte)'x').ToArray()).AsTask()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Ready(site));
        Assert.Null(await rig.Engine.Writer.Write(null, session => session.Scalar("SELECT 1 FROM seen WHERE key = 'refused'")));

        disk.Clear();
        Assert.Equal(HttpStatusCode.OK, await Ready(site));
        Assert.NotEmpty((await rig.Say("late", "1", "hello")).Rows);
        Assert.All(await Task.WhenAll(acknowledged.Select(key => rig.Say(key, key, "hello"))), again => Assert.True(again.Repeated));
    }

    // Everybody's word is acknowledged or refused, and nothing in between.
    private static async Task<List<string>> UntilRefused(Rig rig)
    {
        List<string> acknowledged = [];
        for (var number = 0; number < 20_000; number++)
        {
            try
            {
                await rig.Say($"p{number}", $"p{number}", "hello");
                acknowledged.Add($"p{number}");
            }
            catch (StorageFault)
            {
                Assert.NotEmpty(acknowledged);
                return acknowledged;
            }
        }

        throw new InvalidOperationException("the disk was never full");
    }

    private static async Task<WebApplication> Site(Engine engine)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(_ => engine);
        var site = builder.Build();
        site.MapHealth();
        await site.StartAsync();
        return site;
    }

    private static async Task<HttpStatusCode> Ready(WebApplication site)
    {
        using var client = site.GetTestClient();
        using var answer = await client.GetAsync("/health/ready");
        return answer.StatusCode;
    }
}
