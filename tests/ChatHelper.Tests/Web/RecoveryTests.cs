using System.Net;
using System.Net.Http.Json;
using ChatHelper.Gate;

namespace ChatHelper.Tests.Web;

public sealed class RecoveryTests : IAsyncLifetime
{
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_code_brings_the_conversation_to_another_device()
    {
        using var phone = await Visitor.Open(_site);
        await phone.Say("1");
        var code = await Code(phone);
        using var computer = await Visitor.Open(_site);

        var answer = await Try(computer, $"{code[..4]} {code[4..8]}-{code[8..12]} {code[12..]}");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains(await computer.Until("谁接到了电话"), heard => heard.Kind == "reply");
        await computer.Say("1");
        Assert.Contains(await computer.Until("他们说了什么"), heard => heard.Kind == "reply");
        Assert.All(await phone.Until("想做什么"), heard => Assert.Equal("standing", heard.Kind));
    }

    [Fact]
    public async Task A_new_code_makes_the_old_one_worthless()
    {
        using var phone = await Visitor.Open(_site);
        var old = await Code(phone);
        await Code(phone);

        Assert.Equal(HttpStatusCode.NotFound, (await Try(phone, old)).StatusCode);
    }

    [Fact]
    public async Task The_code_itself_is_not_in_the_database()
    {
        using var phone = await Visitor.Open(_site);
        var code = await Code(phone);

        var rows = await _site.Engine.Writer.Write(null, session => session.Query("SELECT lookup FROM recovery", row => row.GetFieldValue<byte[]>(0)));

        Assert.Equal(16, Assert.Single(rows).Length);
        Assert.DoesNotContain(code, Convert.ToHexString(rows[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_codes_even_the_right_one_waits_a_quarter_of_an_hour()
    {
        using var phone = await Visitor.Open(_site);
        var code = await Code(phone);
        for (var i = 0; i < Guesses.Each; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Try(phone, $"000000000000000{i}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Try(phone, code)).StatusCode);
        _site.Clock.Move(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.NoContent, (await Try(phone, code)).StatusCode);
    }

    [Fact]
    public void Many_connections_together_have_a_limit_too_and_then_one_try_each()
    {
        var guesses = new Guesses(_site.Clock);
        var allowed = Enumerable.Range(0, 1000).Count(i => guesses.May(Guesses.Connection(new IPAddress([10, 0, 0, (byte)(i % 200)]))));

        Assert.Equal(200, allowed);
    }

    [Fact]
    public async Task A_forgotten_device_begins_anew()
    {
        using var phone = await Visitor.Open(_site);
        await phone.Say("1");

        await phone.Http.PostAsJsonAsync("/chat/forget", new { });
        await phone.Http.PostAsJsonAsync("/chat/open", new { });

        Assert.All(await phone.Until("想做什么"), heard => Assert.Equal("standing", heard.Kind));
    }

    [Fact]
    public async Task Who_reloads_the_page_of_a_locked_talk_sees_nothing_of_it()
    {
        using var phone = await Visitor.Open(_site);
        await phone.Say("1");
        await phone.Say("设密码");
        await phone.Say("4821");
        Assert.True((await phone.Say("4821")).GetProperty("hides").GetBoolean());
        await phone.Http.PostAsync("/chat/lock", null);

        Assert.StartsWith("请输入密码", Assert.Single(await phone.Until("请输入密码")).Text, StringComparison.Ordinal);
        await phone.Say("4821");
        Assert.Contains(await phone.Until("谁接到了电话"), heard => heard.Text.Contains("谁接到了电话", StringComparison.Ordinal));
    }

    // The code is given in the talk and counts when it was typed once.
    private async Task<string> Code(Visitor visitor)
    {
        var before = await _site.Engine.Writer.Write(null, session => session.Scalar("SELECT max(id) FROM outbox") as long? ?? 0);
        await visitor.Say("找回码");
        var shown = (await visitor.Until("照着打一遍", after: $"{before}"))[^1];
        var code = GateCode(shown.Text);
        await visitor.Say(code);
        await visitor.Until("找回码生效了", after: shown.Id);
        return code;
    }

    private static string GateCode(string text) => string.Concat(text.Where(char.IsAsciiDigit))[..16];

    private static Task<HttpResponseMessage> Try(Visitor visitor, string code) => visitor.Http.PostAsJsonAsync("/chat/recover", new { code });
}
