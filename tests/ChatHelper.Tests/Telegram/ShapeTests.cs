using System.Globalization;
using System.Text;
using ChatHelper.Channels;
using ChatHelper.Channels.Telegram;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;

namespace ChatHelper.Tests.Telegram;

public sealed class ShapeTests
{
    private static readonly string[] Pieces =
        ["家", "。", "\n", "\n\n", " ", "，", "a", "👨‍👩‍👧‍👦", "e\u0301\u0302\u0303", "😀", "\uD800", "\uDC00", "\0", "\u202E", "\r\n", "🇨🇳"];

    [Fact]
    public void Parts_of_any_text_fit_are_the_text_together_and_cut_no_letter()
    {
        for (var seed = 1u; seed <= 400; seed++)
        {
            var text = Text(seed, length: (int)(seed * 7 % 900));
            var parts = TextParts.Of(text, most: 300);

            Assert.Equal(text, string.Concat(parts));
            Assert.All(parts, part => Assert.InRange(part.Length, text.Length == 0 ? 0 : 1, 300));
            var starts = StringInfo.ParseCombiningCharacters(text).ToHashSet();
            var at = 0;
            foreach (var part in parts.SkipLast(1))
            {
                at += part.Length;
                Assert.Contains(at, starts);
            }
        }
    }

    [Fact]
    public void A_text_is_cut_at_the_end_of_a_line_or_sentence_when_there_is_one()
    {
        var sentence = $"{new string('字', 99)}。";
        Assert.All(TextParts.Of(string.Concat(Enumerable.Repeat(sentence, 100))), part => Assert.EndsWith("。", part, StringComparison.Ordinal));
        var lines = string.Concat(Enumerable.Repeat($"{sentence}{sentence}\n", 50));
        Assert.All(TextParts.Of(lines), part => Assert.EndsWith("\n", part, StringComparison.Ordinal));
    }

    [Fact]
    public void One_letter_longer_than_a_message_is_cut_between_its_marks()
    {
        var letter = "e" + new string('\u0301', 10_000);
        Assert.Equal(letter, string.Concat(TextParts.Of(letter)));
    }

    [Theory]
    [InlineData(1, "intake.who", "family")]
    [InlineData(int.MaxValue, "a.b", "a.b.c")]
    [InlineData(0, "x", "")]
    [InlineData(7, "步骤", "家人")]
    public void A_button_code_is_read_back(int version, string step, string choice)
    {
        foreach (var use in Enum.GetValues<ButtonUse>())
        {
            var code = ButtonCode.Of(use, version, step, choice)!;
            Assert.InRange(Encoding.UTF8.GetByteCount(code), 1, 64);
            Assert.Equal(new ButtonCode(use, version, StepCode.Of(step), choice), ButtonCode.Read(code));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("forged")]
    [InlineData("1.short.x")]
    [InlineData("99999999999.12345678.x")]
    [InlineData("-1")]
    public void Anything_else_is_no_button_code(string? data) => Assert.Null(ButtonCode.Read(data));

    [Fact]
    public void A_choice_too_long_for_a_button_gets_none() => Assert.Null(ButtonCode.Of(ButtonUse.Choice, 1, "a", new string('字', 20)));

    [Theory]
    [InlineData("TELEGRAM_TOKEN", "not-a-token", "TELEGRAM_TOKEN=***")]
    [InlineData("TELEGRAM_API_URL", "http://example.org", "TELEGRAM_API_URL=http://example.org")]
    [InlineData("TELEGRAM_API_URL", "ftp://127.0.0.1", "TELEGRAM_API_URL=")]
    [InlineData("TELEGRAM_WEBHOOK", "maybe", "TELEGRAM_WEBHOOK=maybe")]
    [InlineData("TELEGRAM_WEBHOOK", "1", "PUBLIC_URL")]
    [InlineData("TELEGRAM_WEBHOOK_SECRET", "short", "TELEGRAM_WEBHOOK_SECRET=***")]
    [InlineData("TELEGRAM_VOLUNTEER_GROUP", "12", "TELEGRAM_VOLUNTEER_GROUP=12")]
    [InlineData("TELEGRAM_PACE", "fast", "TELEGRAM_PACE=fast")]
    public void A_wrong_setting_is_one_line_that_names_it(string name, string value, string told)
    {
        var settings = new Dictionary<string, string?> { ["TELEGRAM_TOKEN"] = "12345:abcdefghijklmnop", [name] = value };
        var fault = Assert.Throws<StartFault>(() => TelegramOptions.Read(settings.GetValueOrDefault));
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.DoesNotContain("abcdefghijklmnop", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_token_telegram_is_not_served() => Assert.Null(TelegramOptions.Read(_ => null));

    private static string Text(uint seed, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            seed = (seed * 1664525u) + 1013904223u;
            text.Append(Pieces[(seed >> 16) % Pieces.Length]);
        }

        return text.ToString();
    }
}
