using System.Net;
using System.Net.Sockets;
using ChatHelper.Desk.Accounts;
using ChatHelper.Tests.Hostile;
using ChatHelper.Tests.Web;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Desk;

/// <summary>Somebody who knows a pseudonym tries passwords. <c>CHATHELPER_TEST_DESK_GUESSERS</c> connections at once.</summary>
public sealed class GuessingTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Connections = Rounds.Of("DESK_GUESSERS", 20);
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task From_one_connection_ten_tries_are_judged_and_then_one_every_six_seconds()
    {
        using var one = await Sitting.Known(_site, "小禾");
        using var guesser = new Guesser(_site, 2);

        Assert.Equal(10, await guesser.Judged("nobody-at-all", 30));
        Assert.Equal(0, await guesser.Judged(one.Name, 5));
        _site.Clock.Move(TimeSpan.FromSeconds(13));
        Assert.Equal(2, await guesser.Judged("another", 10));
        Assert.Equal(HttpStatusCode.Redirect, (await one.SignIn()).StatusCode);
    }

    [Fact]
    public async Task A_swarm_at_one_account_is_slowed_by_the_account_and_keeps_no_volunteer_out()
    {
        using var one = await Sitting.SignedIn(_site, "小禾");
        await one.Press("/desk/sign-out");
        var (sent, judged, hours, locked) = (0, 0, 4, 0);
        for (var minute = 0; minute < hours * 60; minute += 10)
        {
            for (var from = 0; from < Connections; from++, sent += 2)
            {
                using var guesser = new Guesser(_site, from + 2);
                judged += await guesser.Judged(one.Name, 2);
            }

            // Every half hour the volunteer comes, in the browser they know, and is let in at once.
            if (minute % 30 == 20)
            {
                locked += await IsLocked(one) ? 1 : 0;
                Assert.Equal(HttpStatusCode.Redirect, (await one.SignIn()).StatusCode);
                await one.Press("/desk/sign-out");
            }

            _site.Clock.Move(TimeSpan.FromMinutes(10));
        }

        output.WriteLine($"{sent} tries by {Connections} connections in {hours} h, {judged} were judged; the volunteer came {hours * 2} times, {locked} times while strangers were locked out, and was let in each time");
        Assert.InRange(judged, 15, 15 + (hours * 120));
        Assert.InRange(locked, 1, hours * 2);
    }

    [Fact]
    public async Task Whoever_comes_with_a_new_browser_during_an_attack_gets_in_when_it_ends()
    {
        using var one = await Sitting.Known(_site, "小禾");
        for (var from = 0; from < 4; from++)
        {
            using var guesser = new Guesser(_site, from + 2);
            await guesser.Judged(one.Name, 10);
        }

        Assert.NotEqual(HttpStatusCode.Redirect, (await one.SignIn()).StatusCode);
        _site.Clock.Move(TimeSpan.FromMinutes(64)); // no lock lasts longer
        Assert.Equal(HttpStatusCode.Redirect, (await one.SignIn()).StatusCode);
    }

    [Fact]
    public async Task Many_connections_with_many_names_leave_a_processor_free()
    {
        var judged = 0;
        for (var from = 0; from < Connections; from++)
        {
            using var guesser = new Guesser(_site, from + 2);
            judged += await guesser.Judged($"name{from}", 5);
        }

        Assert.Equal(12, judged);
    }

    [Fact]
    public async Task A_browser_that_has_been_here_tries_five_times_and_then_waits()
    {
        using var one = await Sitting.SignedIn(_site, "小禾");
        await one.Press("/desk/sign-out");
        for (var n = 0; n < 5; n++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await one.SignIn(password: "wrong and wrong again")).StatusCode);
        }

        var refused = await one.SignIn(code: one.Code(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("过几分钟再试", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        _site.Clock.Move(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Redirect, (await one.SignIn()).StatusCode);
    }

    [Fact]
    public async Task What_makes_a_browser_known_is_good_for_one_account_and_as_long_as_it_is_not_reset()
    {
        using var one = await Sitting.SignedIn(_site, "小禾");
        await one.Press("/desk/sign-out");
        using var other = await Sitting.Known(_site, "小麦");
        var cookie = one.Visitor.Cookies.GetCookies(_site.Url)["desk-known"]!.Value;
        await Lock(one.Name);
        await Lock(other.Name);

        foreach (var shown in (string[])[cookie, cookie[..^1] + (cookie[^1] == '0' ? '1' : '0'), new string('0', 64), "\u00e9", ""])
        {
            other.Visitor.Cookies.Add(_site.Url, new Cookie("desk-known", Uri.EscapeDataString(shown)));
            Assert.NotEqual(HttpStatusCode.Redirect, (await other.SignIn()).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await one.SignIn(code: one.Code(1))).StatusCode);
        await one.Press("/desk/sign-out");
        _site.Clock.Move(TimeSpan.FromMinutes(5));
        await Lock(one.Name);
        await Put(one, account => account with { Stamp = AccountStore.FreshStamp() });
        Assert.NotEqual(HttpStatusCode.Redirect, (await one.SignIn(code: one.Recovery[0])).StatusCode);
    }

    // Strangers have tried until it was shut for them.
    private async Task Lock(string name)
    {
        using var guesser = new Guesser(_site, 99);
        Assert.Equal(5, await guesser.Judged(name, 5));
    }

    private async Task<bool> IsLocked(Sitting one) => await _site.Engine.Writer.Write(null, session => _site.Get<AccountStore>().Find(session, one.Account)!.Secrets.LockedUntil) > _site.Clock.GetUtcNow();

    private Task Put(Sitting one, Func<Account, Account> changed) => _site.Engine.Writer.Write(null, session =>
    {
        var store = _site.Get<AccountStore>();
        store.Put(session, changed(store.Find(session, one.Account)!));
        return true;
    });

    /// <summary>Somebody at an address of their own, without any cookie but the form's.</summary>
    private sealed class Guesser : IDisposable
    {
        private readonly HttpClient _http;
        private Dictionary<string, string>? _form;

        public Guesser(Site site, int number)
        {
            _http = new HttpClient(new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ConnectCallback = async (to, stop) =>
                {
                    var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                    socket.Bind(new IPEndPoint(new IPAddress([127, 0, (byte)(number / 250), (byte)(number % 250)]), 0));
                    await socket.ConnectAsync(IPAddress.Loopback, to.DnsEndPoint.Port, stop);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            })
            { BaseAddress = site.Url };
            _http.DefaultRequestHeaders.Add("Origin", site.Url.GetLeftPart(UriPartial.Authority));
        }

        /// <summary>Tries wrong passwords.</summary>
        /// <returns>For how many a password was looked at.</returns>
        public async Task<int> Judged(string name, int tries)
        {
            _form ??= Sitting.Fields(await (await _http.GetAsync("/desk")).Content.ReadAsStringAsync());
            var judged = 0;
            for (var n = 0; n < tries; n++)
            {
                (_form["name"], _form["password"], _form["code"]) = (name, $"hollow lantern {n} brook", "123456");
                var status = (await _http.PostAsync("/desk/sign-in", new FormUrlEncodedContent(_form))).StatusCode;
                Assert.True(status is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests, $"{status}");
                judged += status == HttpStatusCode.Unauthorized ? 1 : 0;
            }

            return judged;
        }

        public void Dispose() => _http.Dispose();
    }
}
