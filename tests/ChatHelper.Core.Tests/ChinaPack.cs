using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Tests;

/// <summary>The real pack, read once.</summary>
internal static class ChinaPack
{
    private static readonly Lazy<Decider> Lazily = new(() =>
    {
        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(new PackSource("china", PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china"))), diagnostics);
        Assert.Empty(diagnostics.Found);
        return new Decider(pack!);
    });

    public static Decider Engine => Lazily.Value;

    public static Pack Pack => Engine.Pack;

    /// <summary>Somebody who has said nothing yet and agreed to being kept.</summary>
    public static Conversation Agreed => Engine.Agreed(At("2026-11-18T20:30"));

    /// <summary>A sheet from <c>role=borrower;lender-type=bank</c>.</summary>
    public static FactSheet Facts(string words) => FactSheet.Of(words.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => KeyValuePair.Create(pair.Split('=')[0], Fact.Said("", pair.Split('=')[1]))));

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static Moment At(string local) => new(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value
        .InZoneLeniently(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant());

    /// <summary>Somebody at the menu who says something.</summary>
    public static Turn Say(Conversation before, string text, string local) =>
        Engine.Decide(before with { Frames = [Frame.Start("opening"), Frame.Start("home")], At = "home.menu" }, new Said("test", text, text), At(local));
}
