using System.Text;
using ChatHelper.Channels.WeChat.Callbacks;
using Xunit.Abstractions;

namespace ChatHelper.Tests.WeChat;

public sealed class SecondCipherTests(ITestOutputHelper output)
{
    private const string AppId = "wx2c2769f8efd9abc2";

    [SecondCipherFact]
    public void What_we_seal_others_open_and_what_others_seal_we_open_byte_for_byte()
    {
        string[] texts =
        [
            .. Enumerable.Range(0, 101).Concat([127, 128, 1000, 2047, 2048, 2049, 4095, 9_999, 20_000]).Select(length => string.Concat(Enumerable.Range(0, length).Select(at => (char)('!' + (at * 7 % 90))))),
            "😀👨‍👩‍👧‍👦🇨🇳", "]]>", "a]]>b]]]]><![CDATA[>", "我是中文abcd123", "\0\u000B\u202E", new string('字', 6_666), Encoding.UTF8.GetString(Callbacks.Text()),
        ];
        string[] keys = [Callbacks.Key, Callbacks.OldKey, .. "ABCD".Select(last => Callbacks.Key[..42] + last)];
        List<SecondCipher.Given> given = [.. texts.Select((text, at) => Sealed(keys[at % keys.Length], text, [.. Enumerable.Range(at, 16).Select(each => (byte)(each * 37))]))];

        var outcomes = SecondCipher.Do(given);

        Assert.Equal(given.Count, outcomes.Count);
        Assert.All(given.Zip(outcomes), pair =>
        {
            var (ours, theirs) = pair;
            Assert.Equal((ours.Text, AppId), (theirs.Message, theirs.Id));
            Assert.Equal(ours.Sealed, theirs.Sealed);
            Assert.Equal(ours.Text, Encoding.UTF8.GetString(new MessageCipher(AppId, [ours.Key]).Open(theirs.Sealed)!));
            Assert.True(CallbackSignature.Is(theirs.Signature, "pamtest", "1795005000", "1320562132", ours.Sealed));
        });
        output.WriteLine($"{given.Count} texts of 0 to 20,000 bytes: sealed the same, signed the same, opened both ways by @wecom/crypto and by us");
    }

    private static SecondCipher.Given Sealed(string key, string text, byte[] random) =>
        new(key, AppId, text, random, new MessageCipher(AppId, [key]).Close(Encoding.UTF8.GetBytes(text), random));
}
