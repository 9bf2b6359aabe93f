using ChatHelper.Core.Facts;
using ChatHelper.Core.Tests.Facts;

namespace ChatHelper.Core.Tests.Languages;

/// <summary>Dates, money, counts and relations as people type them in English, said on Wednesday 2026-11-18 at 20:30.</summary>
public sealed class EnglishReadingTests
{
    [Theory]
    [InlineData("amount", "I owe 15k RMB", "15000")]
    [InlineData("amount", "about 3000 yuan", "3000")]
    [InlineData("amount", "12,500 rmb", "12500")]
    [InlineData("amount", "rmb 8000", "8000")]
    [InlineData("count", "about 15 calls", "15")]
    [InlineData("count", "three screenshots", "3")]
    [InlineData("date", "last Tuesday", "2026-11-10|2026-11-17")]
    [InlineData("date", "yesterday evening", "2026-11-17 evening")]
    [InlineData("date", "last night", "2026-11-17 evening")]
    [InlineData("date", "3 days ago", "2026-11-15")]
    [InlineData("date", "Nov 10", "2026-11-10")]
    [InlineData("date", "10 November", "2026-11-10")]
    [InlineData("duration", "26 days overdue", "26")]
    [InlineData("duration", "two months", "60")]
    public void What_is_typed_is_read(string kind, string text, string value) =>
        Assert.Equal(value, Assert.Single(China.Of(kind, text)).Value);

    [Theory]
    [InlineData("they called my boss and my wife", "contacts-hit", "boss,family")]
    [InlineData("my landlord got a text", "contacts-hit", "landlord")]
    [InlineData("they told my boss I owe money", "what-they-did", "told-debt")]
    [InlineData("they threatened me", "what-they-did", "threat")]
    [InlineData("he insulted me and called me a liar", "what-they-did", "insult")]
    [InlineData("they pretend to be the police", "what-they-did", "impersonation")]
    [InlineData("I borrowed 15k RMB", "amount", "15000")]
    [InlineData("I borrowed 15k RMB", "role", "borrower")]
    [InlineData("I owe 3000 yuan, 26 days overdue", "overdue-days", "26")]
    [InlineData("someone I barely know", "role", "contact")]
    [InlineData("not her guarantor", "signed", "no")]
    [InlineData("my son borrowed money online", "role", "family")]
    [InlineData("I have a recording and some screenshots", "evidence", "recording,sms-shots")]
    [InlineData("around 20 calls a day", "max-per-day", "20")]
    [InlineData("they started calling last Friday", "first-incident", "2026-11-13")]
    [InlineData("they call at night", "night-calls", "yes")]
    [InlineData("my name is Daniel Smith", "name", "Daniel Smith")]
    public void What_is_told_is_heard(string text, string fact, string value) => Assert.Contains(
        $"{fact}={value}",
        ThreeLanguages.Pack.Hearing.Hear(text, China.Now, FactSheet.Empty).Select(one => $"{one.Name}={one.Fact.Value}"));
}
