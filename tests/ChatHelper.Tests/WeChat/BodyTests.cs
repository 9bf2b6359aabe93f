using System.Text;
using ChatHelper.Channels.WeChat;
using ChatHelper.Channels.WeChat.Callbacks;
using ChatHelper.Tests.Hostile;
using Xunit.Abstractions;

namespace ChatHelper.Tests.WeChat;

/// <summary>Bodies that nobody sends: an answer always, a fault never, and nothing opened that was not signed.</summary>
public sealed class BodyTests(ITestOutputHelper output)
{
    private static readonly int Times = Rounds.Of("WECHAT", 20_000);

    private static readonly string[] Kinds =
    [
        Encoding.UTF8.GetString(Callbacks.Text("😀 ]]]]><![CDATA[> 你好")), "<xml><ToUserName>gh_1</ToUserName><FromUserName>oA</FromUserName><CreateTime>1795005000</CreateTime><MsgType>event</MsgType><Event>CLICK</Event><EventKey>menu.help</EventKey></xml>",
        "<xml><ToUserName>gh_1</ToUserName><FromUserName>oA</FromUserName><CreateTime>1795005000</CreateTime><MsgType>voice</MsgType><MediaId>m2</MediaId><Format>amr</Format><Recognition>&lt;你好&gt;&#128512;</Recognition><MsgId>2</MsgId></xml>",
        "<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><xml><Content>&b;</Content></xml>", "<xml xmlns:a=\"b\"><a:ScanCodeInfo x='1'><!-- a --><?b c?><ScanType>qrcode</ScanType></a:ScanCodeInfo></xml>",
    ];

    [Fact]
    public void No_body_breaks_the_door_and_none_is_opened_unsigned()
    {
        var (plain, safe) = (new Callbacks(WeChatMode.Plain), new Callbacks());
        var mutant = new Mutant(20261129);
        var (slowest, read, refused, opened, unsigned) = (TimeSpan.Zero, 0, 0, 0L, 0);
        var heap = 0L;
        for (var time = 0; time < Times; time++)
        {
            heap = time == Times / 4 ? GC.GetTotalMemory(forceFullCollection: true) : heap;
            var xml = Body(mutant);
            var encrypted = safe.Seal(mutant.Dice.Roll(2) == 0 ? xml : Callbacks.Text(id: time + 1));
            var (callbacks, query, body, signed) = (time % 4) switch
            {
                0 => (plain, plain.Query(null), xml, true),
                1 => (safe, safe.Query(encrypted), Callbacks.Envelope(encrypted), true),
                2 => Flipped(safe, encrypted, mutant),
                _ => (safe, safe.Query(encrypted), mutant.Bytes(Callbacks.Envelope(encrypted)), false),
            };
            var before = safe.Door.Cipher.Opened;
            var began = Work.Done();
            var reading = Read(callbacks, query, body);
            slowest = time >= Times / 20 && Work.Done() - began is var took && took > slowest ? took : slowest; // the first ones pay for all that is made once
            read += reading is CallbackReading.Message ? 1 : 0;
            refused += reading is CallbackReading.Refused ? 1 : 0;
            var opens = safe.Door.Cipher.Opened - before;
            opened += opens;
            unsigned += opens > 0 && !signed && InboundXml.Encrypted(body) != encrypted ? 1 : 0;
        }

        output.WriteLine($"{Times} bodies: {read} messages, {refused} refused, 0 unhandled; {opened} opened, {unsigned} of them with a bad signature; the longest {slowest.TotalMilliseconds:0.00} ms of work; heap {heap >> 10} KiB after a quarter, {GC.GetTotalMemory(forceFullCollection: true) >> 10} KiB at the end");
        Assert.Equal(0, unsigned);
        Assert.True(read > Times / 10 && refused > Times / 10 && opened > Times / 4);
    }

    // Bits of what is sealed are turned: signed after that, or before.
    private static (Callbacks Callbacks, CallbackQuery Query, byte[] Body, bool Signed) Flipped(Callbacks safe, string encrypted, Mutant mutant)
    {
        var bytes = Convert.FromBase64String(encrypted);
        for (var times = 1 + mutant.Dice.Roll(3); times > 0; times--)
        {
            bytes[mutant.Dice.Roll(bytes.Length)] ^= (byte)(1 << mutant.Dice.Roll(8));
        }

        var flipped = Convert.ToBase64String(bytes);
        var signed = mutant.Dice.Roll(2) == 0;
        return (safe, safe.Query(signed ? flipped : encrypted), Callbacks.Envelope(flipped), signed);
    }

    private static byte[] Body(Mutant mutant) => mutant.Dice.Roll(8) switch
    {
        0 => Encoding.UTF8.GetBytes(mutant.Dice.Of(Kinds)),
        1 => Callbacks.Text(mutant.Text(), 1 + mutant.Dice.Roll(1 << 30)),
        2 => Encoding.UTF8.GetBytes(mutant.Text()),
        _ => mutant.Bytes(Encoding.UTF8.GetBytes(mutant.Dice.Of(Kinds))),
    };

    private static CallbackReading Read(Callbacks callbacks, CallbackQuery query, byte[] body)
    {
        try
        {
            return callbacks.Door.Read(query, body);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{fault.GetType().Name} {fault.Message}: {Convert.ToBase64String(body)}", fault);
        }
    }
}
