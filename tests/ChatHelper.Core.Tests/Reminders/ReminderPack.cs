using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Tests.Reminders;

/// <summary>The reminder and the guide of the China pack, on the small sound pack.</summary>
internal static class ReminderPack
{
    private static readonly string[] Own =
    [
        "reminders.dialog.yaml", "backup.dialog.yaml", "facts.reminders.yaml", "commands.reminders.yaml", "reading.yaml",
        "lines/zh-Hans.reminders.yaml", "lines/zh-Hans.backup.yaml", "plays/reminders.play", "plays/reminder-stop.play",
        "plays/reminder-place.play", "plays/reach.play", "plays/backup-guide.play", "plays/app-permissions.play",
    ];

    public static PackSource Source { get; } = Read();

    public static Pack Pack { get; } = Sound(Source);

    public static Decider Engine { get; } = new(Pack);

    public static Pack Sound(PackSource source)
    {
        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(source, diagnostics);
        Assert.Empty(diagnostics.Found);
        return pack!;
    }

    public static Instant At(string local, string zone = "Asia/Shanghai") => LocalDateTimePattern
        .CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value
        .InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

    /// <summary>Somebody at the last question of the form.</summary>
    public static Conversation Form(string repeat, string day, string hour) => With(("wish-repeat", repeat), ("wish-day", day), ("wish-hour", hour)) with
    {
        Frames = [Frame.Start("start"), Frame.Start("reminder-setup")],
        At = "reminder-setup.cover",
    };

    /// <summary>Somebody at the menu with these facts.</summary>
    public static Conversation With(params (string Name, string Value)[] facts) => Engine.Begin() with
    {
        Frames = [Frame.Start("start")],
        At = "start.what",
        Facts = FactSheet.Of(facts.Select(fact => KeyValuePair.Create(fact.Name, Fact.Said("", fact.Value)))),
    };

    public static Conversation Monthly(string day = "18", string hour = "09:00", string zone = "Asia/Shanghai", string cover = "给花浇水") => With(
        ("reminder-kind", "contacts-backup"), ("reminder-repeat", "monthly"), ("reminder-day", day), ("reminder-hour", hour),
        ("reminder-zone", zone), ("reminder-cover", cover));

    public static Turn Fall(Conversation before, Instant at, Instant? now = null) =>
        Engine.Decide(before, new FellDue("due", $"{at}", "contacts-backup", at), new Moment(now ?? at));

    public static Turn Say(Conversation before, string text, Instant now) => Engine.Decide(before, new Said("test", text, text), new Moment(now));

    public static Turn Press(Conversation before, string choice, Instant now) =>
        Engine.Decide(before, new Pressed("test", choice, null, null, [choice]), new Moment(now));

    /// <summary>When the turn puts the reminder; null when it does not.</summary>
    public static Instant? Put(this Turn turn) => turn.Effects.OfType<Schedule>().SingleOrDefault(effect => effect.Kind == "contacts-backup")?.At;

    /// <summary>All that a bystander could read.</summary>
    public static string Seen(this Turn turn) => string.Join('\n', turn.Replies.SelectMany(reply => reply.Choices
        .Select(choice => choice.Text).Prepend(reply.Text).Concat(reply.Files.Select(file => file.Name))));

    private static PackSource Read()
    {
        var files = PackFiles.Sound().Files.ToDictionary(StringComparer.Ordinal);
        foreach (var path in Own)
        {
            files[path] = File.ReadAllText(System.IO.Path.Combine(PackFiles.Root, "dialogs", "china", path));
        }

        files["pack.yaml"] = files["pack.yaml"].Replace("due: {", "due: {contacts-backup: backup-due, ", StringComparison.Ordinal);
        files["lines/zh-Hans.test.yaml"] = "misread.count: 写一个数字就好。";
        return new PackSource("test", files);
    }
}
