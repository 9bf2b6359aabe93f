using System.Security.Cryptography;
using System.Text;
using ChatHelper.Channels.WeChat.Callbacks;
using Xunit.Abstractions;

namespace ChatHelper.Tests.WeChat;

public sealed class CipherTests(ITestOutputHelper output)
{
    private const string AppId = "wxb11529c136998cb6";
    private readonly MessageCipher _cipher = new(AppId, [Callbacks.Key]);

    [Fact]
    public void A_text_of_every_length_opens_as_it_was()
    {
        foreach (var length in Enumerable.Range(0, 100).Concat([2047, 2048, 20_000, 48_000]))
        {
            var text = Enumerable.Range(0, length).Select(at => (byte)(at * 31)).ToArray();
            var encrypted = _cipher.Close(text, Callbacks.Random16);

            Assert.Equal(0, Convert.FromBase64String(encrypted).Length % 32);
            Assert.Equal(text, _cipher.Open(encrypted));
        }
    }

    [Fact]
    public void A_key_is_taken_whatever_its_last_character()
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        foreach (var last in letters)
        {
            var key = Callbacks.Key[..42] + last;
            var same = Callbacks.Key[..42] + letters[letters.IndexOf(last, StringComparison.Ordinal) & ~3]; // the last two bits are none of the key

            Assert.Equal(32, MessageCipher.Key(key).Length);
            Assert.Equal("x"u8, new MessageCipher(AppId, [same]).Open(new MessageCipher(AppId, [key]).Close("x"u8, Callbacks.Random16))!);
        }
    }

    [Fact]
    public void While_keys_change_both_open_and_the_new_one_seals()
    {
        var (before, after, between) = (new MessageCipher(AppId, [Callbacks.OldKey]), _cipher, new MessageCipher(AppId, [Callbacks.Key, Callbacks.OldKey]));

        Assert.Equal("x"u8, between.Open(before.Close("x"u8, Callbacks.Random16))!);
        Assert.Equal("x"u8, between.Open(after.Close("x"u8, Callbacks.Random16))!);
        Assert.Equal("x"u8, after.Open(between.Close("x"u8, Callbacks.Random16))!);
        Assert.Null(before.Open(between.Close("x"u8, Callbacks.Random16)));
    }

    [Theory]
    [InlineData("wx2c2769f8efd9abc2")]
    [InlineData("wxb11529c136998cb")]
    [InlineData("wxb11529c136998cb6x")]
    [InlineData("xwxb11529c136998cb6")]
    [InlineData("")]
    public void What_is_for_another_account_does_not_open(string appId) => Assert.Null(_cipher.Open(new MessageCipher(appId, [Callbacks.Key]).Close("x"u8, Callbacks.Random16)));

    [Theory]
    [InlineData("")]
    [InlineData("====")]
    [InlineData("!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("\0\uD83D")]
    public void What_is_not_sealed_does_not_open(string encrypted) => Assert.Null(_cipher.Open(encrypted));

    [Theory]
    [InlineData(0u, 1)]
    [InlineData(2u, 1)]
    [InlineData(0x7FFFFFFFu, 1)]
    [InlineData(0x80000000u, 1)]
    [InlineData(0xFFFFFFFFu, 1)]
    [InlineData(1u, 0)]
    [InlineData(1u, 33)]
    [InlineData(1u, 255)]
    public void A_length_that_cannot_be_does_not_open(uint length, int fill)
    {
        byte[] plain = [.. Callbacks.Random16, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length, (byte)'x', .. Encoding.ASCII.GetBytes(AppId)];
        plain = [.. plain, .. Enumerable.Repeat((byte)(fill == 1 ? 64 - plain.Length : fill), 64 - plain.Length)];
        using var aes = Aes.Create();
        aes.Key = MessageCipher.Key(Callbacks.Key);

        Assert.Null(_cipher.Open(Convert.ToBase64String(aes.EncryptCbc(plain, aes.Key.AsSpan(0, 16), PaddingMode.None))));
    }

    [Fact]
    public void One_wrong_bit_opens_nothing_where_it_was_signed_before_and_breaks_nothing_where_it_is_signed_after()
    {
        var callbacks = new Callbacks();
        var encrypted = callbacks.Seal(Callbacks.Text());
        var bytes = Convert.FromBase64String(encrypted);
        var taken = 0;
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var wrong = Convert.ToBase64String(bytes);
            var before = callbacks.Door.Cipher.Opened;

            Assert.Equal(403, Assert.IsType<CallbackReading.Refused>(callbacks.Door.Read(callbacks.Query(encrypted), Callbacks.Envelope(wrong))).Status);
            Assert.Equal(before, callbacks.Door.Cipher.Opened);
            taken += callbacks.Door.Read(callbacks.Query(wrong), Callbacks.Envelope(wrong)) is CallbackReading.Message ? 1 : 0;
            Assert.Equal(before + 1, callbacks.Door.Cipher.Opened);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        output.WriteLine($"{bytes.Length * 8} single bits, signed before: none opened; signed after: {taken} still messages, no fault");
    }

    [Fact]
    public void One_wrong_bit_of_a_body_opens_nothing_but_what_was_signed()
    {
        var callbacks = new Callbacks();
        var encrypted = callbacks.Seal(Callbacks.Text());
        var body = Callbacks.Envelope(encrypted);
        var same = 0;
        for (var bit = 0; bit < body.Length * 8; bit++)
        {
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            var before = callbacks.Door.Cipher.Opened;
            var reading = callbacks.Door.Read(callbacks.Query(encrypted), body);
            Assert.Equal(reading is CallbackReading.Message, callbacks.Door.Cipher.Opened > before);
            Assert.Equal(reading is CallbackReading.Message { Said.Text: "你好" }, reading is not CallbackReading.Refused);
            same += reading is CallbackReading.Message ? 1 : 0;
            body[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        output.WriteLine($"{body.Length * 8} single bits of a whole body: {same} were beside what is signed, the others refused unopened");
    }
}
