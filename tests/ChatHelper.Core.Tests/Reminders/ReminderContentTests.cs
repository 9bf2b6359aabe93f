using ChatHelper.Core.Content;
using ChatHelper.Core.Proof;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Reminders;

public sealed class ReminderContentTests
{
    private static readonly IReadOnlyDictionary<string, string> Lines = ReminderPack.Pack.Lines.Ids("zh-Hans")
        .Where(id => id.StartsWith("reminder", StringComparison.Ordinal) || id.StartsWith("backup", StringComparison.Ordinal)
            || id.StartsWith("app-", StringComparison.Ordinal) || id.StartsWith("contacts-changed", StringComparison.Ordinal))
        .Where(id => id != "reminder.avoid")
        .ToDictionary(id => id, id => ReminderPack.Pack.Lines.Find("zh-Hans", id)!.Text, StringComparer.Ordinal);

    [Fact]
    public void The_reminder_and_the_guide_are_proven_and_their_plays_come_out_as_written()
    {
        var diagnostics = new Diagnostics();
        PackProof.ReadAndProve(ReminderPack.Source, new LocalDate(2026, 11, 21), diagnostics);
        Assert.Empty(diagnostics.Found);
    }

    [Theory]
    [InlineData("TrueCrypt")]
    [InlineData("恢复 iPhone")]
    [InlineData("iTunes")]
    [InlineData("防爆")]
    [InlineData("保证")]
    [InlineData("一定")]
    [InlineData("！")]
    [InlineData("!")]
    [InlineData("http")]
    [InlineData("敏感个人信息")]
    public void No_line_says(string words) =>
        Assert.DoesNotContain(Lines, line => line.Value.Contains(words, StringComparison.OrdinalIgnoreCase));

    // A pressed id or a typed text that is a command is taken as one, wherever it stands.
    [Fact]
    public void No_choice_is_a_command_of_another_meaning()
    {
        var files = Directory.EnumerateFiles(System.IO.Path.Combine(PackFiles.Root, "dialogs", "china"), "commands*.yaml")
            .ToDictionary(file => System.IO.Path.GetFileName(file)!, File.ReadAllText, StringComparer.Ordinal);
        var commands = CommandBook.Read(new PackSource("china", files), Script.None, new Diagnostics());
        foreach (var step in ReminderPack.Pack.Steps.Values.Where(step => Lines.ContainsKey(step.Id)))
        {
            Assert.All(step.Choices, choice => Assert.DoesNotContain(choice.Id, commands.Ids));
            foreach (var choice in step.Choices.Where(choice => Lines.ContainsKey($"{step.Id}/{choice.Id}")))
            {
                Assert.True(commands.Match(Lines[$"{step.Id}/{choice.Id}"]) is not { } command || command.Id == choice.Call, $"{step.Id}/{choice.Id}");
            }
        }
    }

    [Fact]
    public void A_reset_is_named_only_to_warn_of_it() =>
        Assert.Equal(["backup-restore.never-reset"], Lines.Where(line => line.Value.Contains("出厂设置", StringComparison.Ordinal)).Select(line => line.Key));

    [Theory]
    [InlineData("backup-guide")]
    [InlineData("backup-restore")]
    [InlineData("app-permissions")]
    public void Every_way_through_menus_says_that_names_may_differ(string dialog)
    {
        foreach (var phone in (string[])["iphone", "google", "huawei", "xiaomi", "oppo", "vivo", "samsung"])
        {
            Assert.Contains("菜单名可能不同", Lines[$"{dialog}.{phone}"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_hours_on_the_buttons_are_the_hours_of_the_plan()
    {
        foreach (var (choice, hour) in (ReadOnlySpan<(string, string)>)[("morning", "9:00"), ("noon", "12:30"), ("evening", "20:00")])
        {
            Assert.EndsWith(hour, Lines[$"reminder-setup.hour/{choice}"], StringComparison.Ordinal);
            var set = ReminderPack.Press(ReminderPack.Form("monthly", "first", choice), "neutral", ReminderPack.At("2026-11-18T20:30")).Next;
            Assert.Equal(hour.PadLeft(5, '0'), set.Facts["reminder-hour"]?.Value);
        }
    }
}
