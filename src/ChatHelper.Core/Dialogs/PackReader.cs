using System.Globalization;
using ChatHelper.Core.Authorities;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Channels;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Content;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Deadlines;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;
using ChatHelper.Core.Faq;
using ChatHelper.Core.Law;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Lines.Tone;
using ChatHelper.Core.Routing;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Dialogs;

/// <summary>Reads a whole pack. Faults are collected; a pack with any is not served.</summary>
public static class PackReader
{
    /// <summary>Reads all files of a pack and checks what they say of each other.</summary>
    /// <returns>The pack; null when a fault stands in the way of using it at all.</returns>
    public static Pack? Read(PackSource source, Diagnostics diagnostics)
    {
        if (source.Yaml("pack.yaml", diagnostics) is not { } root)
        {
            diagnostics.Report(Codes.MissingKey, "pack.yaml", 0, "the pack has no readable pack.yaml");
            return null;
        }

        var script = Script.Read(source, diagnostics);
        if (CrisisReader.Read(source, script, diagnostics) is not { } crisis)
        {
            return null;
        }

        root.OnlyKeys("pack", "zone", "languages", "opening", "after-skips", "any-time", "due", "keeps-days", "keeps-choices", "plain");
        var dialogs = DialogReader.Read(source, diagnostics);
        var letters = LetterReader.Read(source, diagnostics);
        var all = Unique(dialogs.Concat(letters.Select(OfLetter)), diagnostics);
        var steps = Steps(all.Values);
        var facts = FactReader.Read(source, steps.Values, diagnostics);
        var law = LawBook.Read(source, diagnostics);
        var readers = Readers.Read(source, script, diagnostics);
        var hearing = HearingReader.Read(source, facts, readers, script, diagnostics);
        var languages = root.Texts("languages") is { Count: > 0 } some ? some : ["zh-Hans"];
        var pack = new Pack
        {
            Name = root.Required("pack"),
            Version = PackVersion.Of(source),
            KeepsDays = KeepsDays(root),
            KeepsChoices = ConsentCheck.Choices(root),
            Notice = Notice.Read(source, diagnostics),
            Zone = Zone(root),
            Dialogs = all,
            Steps = steps,
            Owners = Owners(steps.Values),
            Channels = ChannelBook.Read(source, diagnostics),
            Disclosures = Disclosure.Read(source, diagnostics),
            Opening = root.Required("opening"),
            AnyTime = AnyTime(root),
            AfterSkips = root.Text("after-skips"),
            DueDialogs = (root["due"]?.Pairs() ?? []).ToDictionary(pair => pair.Key, pair => pair.Value.Scalar ?? "", StringComparer.Ordinal),
            Facts = facts,
            Lines = LineReader.Read(source, languages, diagnostics),
            Languages = LanguageReader.Read(source, script, languages, diagnostics),
            Commands = CommandBook.Read(source, script, diagnostics),
            Script = script,
            Readers = readers,
            Hearing = hearing,
            Faq = FaqBook.Read(source, readers, script, diagnostics),
            Plain = DialogReader.ReadCondition(root, "plain"),
            Evidence = EvidenceRules.Read(source, diagnostics),
            Crisis = crisis,
            Law = law,
            Explainer = Explainer.Read(source, law, diagnostics),
            Diary = DiaryBook.Read(source, diagnostics),
            Letters = letters.ToDictionary(letter => letter.Id, StringComparer.Ordinal),
            Guard = LetterGuard.Read(source, diagnostics),
            Authorities = AuthorityBook.Read(source, crisis, diagnostics),
            Routes = RouteBook.Read(source, diagnostics),
            WorkDays = WorkCalendar.Read(source, diagnostics),
            Reach = new Reachability(steps),
        };
        PackCheck.Check(pack, root, diagnostics);
        TranslationCheck.Check(pack.Lines, script, diagnostics);
        ToneCheck.Check(source, pack, diagnostics);
        return pack;
    }

    private static DateTimeZone Zone(Node root)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(root.Required("zone")) is { } zone)
        {
            return zone;
        }

        root["zone"]?.Report(Codes.WrongShape, "'zone' must be a time zone such as Asia/Shanghai");
        return DateTimeZone.Utc;
    }

    private static int KeepsDays(Node root)
    {
        var text = root.Text("keeps-days") ?? "7";
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var days) && days > 0)
        {
            return days;
        }

        root.Report(Codes.WrongShape, $"'keeps-days' is a number of days, not '{text}'");
        return 7;
    }

    // A letter in hand is a dialog of its own: the card, then the letter. Its questions are asked where they stand.
    private static Dialog OfLetter(LetterForm letter)
    {
        var dialog = $"letter/{letter.Id}";
        var give = $"{dialog}.give";
        var file = $"letters/{letter.Id}.yaml";
        Choice[] answers = [new("ok"), new("change"), new("as-is")];
        // An empty form holds nothing that could be looked through.
        var askCard = letter.Needs.Count > 0 || letter.Wants.Count > 0 && letter.AsFile;
        return new Dialog(dialog, Fresh: false,
        [
            .. askCard ? [new Step($"{dialog}.card", dialog, StepKind.Confirm, null, answers, null, [new Next(null, give)], null, file, 1)] : Array.Empty<Step>(),
            new Step(give, dialog, StepKind.Offer, null, [], null, [new Next(null, Next.End)], letter.Id, file, 1),
        ]);
    }

    private static Dictionary<string, Dialog> Unique(IEnumerable<Dialog> dialogs, Diagnostics diagnostics)
    {
        var unique = new Dictionary<string, Dialog>(StringComparer.Ordinal);
        foreach (var dialog in dialogs.Where(dialog => dialog.Steps.Count > 0))
        {
            if (!unique.TryAdd(dialog.Id, dialog))
            {
                diagnostics.Report(Codes.Duplicate, dialog.Steps[0].File, 1, $"the dialog '{dialog.Id}' stands twice");
            }
        }

        return unique;
    }

    private static Dictionary<string, Step> Steps(IEnumerable<Dialog> dialogs)
    {
        var steps = new Dictionary<string, Step>(StringComparer.Ordinal);
        foreach (var step in dialogs.SelectMany(dialog => dialog.Steps))
        {
            steps.TryAdd(step.Id, step);
        }

        return steps;
    }

    private static Dictionary<string, Step> Owners(IEnumerable<Step> steps)
    {
        var owners = new Dictionary<string, Step>(StringComparer.Ordinal);
        foreach (var step in steps.Where(step => step.Fact is not null))
        {
            owners.TryAdd(step.Fact!, step);
        }

        return owners;
    }

    private static Dictionary<Move, string> AnyTime(Node root)
    {
        var moves = new Dictionary<Move, string>();
        foreach (var (key, value) in root["any-time"]?.Pairs() ?? [])
        {
            if (Enum.TryParse<Move>(key, ignoreCase: true, out var move) && move is not (Move.On or Move.FirstBlank or Move.Back))
            {
                moves[move] = value.Scalar ?? "";
            }
            else
            {
                value.Report(Codes.UnknownWord, $"'{key}' is not an any-time word");
            }
        }

        return moves;
    }
}
