using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Proof;
using NodaTime;

namespace ChatHelper.Core.Tests.Proof;

public sealed class PackProofTests
{
    private const string Lines = "lines/zh-Hans.more.yaml";
    private const string Feel = "  - {step: feel, ask: one, choices: [good, bad], fact: mood}\n";
    private const string Name = "  - {step: name, ask: text, fact: nickname}\n";

    [Fact]
    public void A_fact_asked_before_may_decide() =>
        Assert.Empty(Extra($"{Feel}  - step: name\n    ask: text\n    fact: nickname\n    if: mood is bad\n"));

    [Fact]
    public void A_fact_asked_before_only_on_some_ways_may_not_decide() => Assert.Equal(
        [Codes.ReadsLaterFact],
        Extra("""
              - step: name
                ask: text
                fact: nickname
                next:
                  - {if: contacts-hit has boss, go: middle}
                  - {go: feel}
              - {step: feel, ask: one, choices: [good, bad], fact: mood}
              - {step: middle, tell: yes, if: mood is bad}
              - {step: feel-again, ask: one, choices: [good, bad], fact: mood}

            """.Replace("\n            ", "\n", StringComparison.Ordinal), "extra.middle: 嗯。\nextra.feel-again: 现在呢？\n"));

    [Fact]
    public void A_circle_through_a_menu_waits_for_a_word() => Assert.Empty(Extra("""
          - {step: name, ask: text, fact: nickname}
          - step: feel
            ask: menu
            choices: [{choice: good, call: intake}, {choice: bad, call: extra}]
            next: name

        """, "", "extra.feel/good: 好\nextra.feel/bad: 不好\n"));

    [Fact]
    public void A_circle_of_questions_with_a_way_out_still_turns_once_all_are_answered() =>
        Assert.Equal([Codes.WordlessCircle], Extra($"{Name}  - step: feel\n    ask: one\n    choices: [good, bad]\n    fact: mood\n    next:\n      - {{if: mood is bad, go: name}}\n"));

    [Fact]
    public void The_opening_must_not_end() => Assert.Equal(
        [Codes.NoWayOut],
        Codes_of(PackFiles.SoundWith(("start.dialog.yaml", "dialog: start\nsteps:\n  - step: what\n    ask: menu\n    if: mood is open\n    choices: [{choice: tell, call: intake}, {choice: more, call: extra}, {choice: report, letter: D01}]\n"))));

    [Theory]
    [InlineData("human", Codes.NoWayToHuman)]
    [InlineData("pause", Codes.NoWayToStop)]
    [InlineData("erase", Codes.NoWayToStop)]
    public void A_word_for_it_must_be_there(string command, string code)
    {
        var commands = string.Join('\n', PackFiles.Sound().Files["commands.yaml"].Split('\n').Where(line => !line.Contains(command, StringComparison.Ordinal)));
        Assert.Equal([code], Codes_of(PackFiles.SoundWith(("commands.yaml", commands))));
    }

    [Fact]
    public void A_choice_id_must_fit_behind_a_button()
    {
        var id = new string('a', 45);
        Assert.Equal(
            [Codes.TooLong],
            Extra($"  - {{step: feel, ask: one, choices: [good, {id}], fact: mood}}\n{Name}", $"extra.feel/{id}: 长\n"));
    }

    [Fact]
    public void Free_words_and_choices_count_towards_the_size() => Assert.Equal(
        [Codes.TooLong], Extra(Name, "extra.more: '{nickname}{nickname}{nickname}{nickname}'\n"));

    [Fact]
    public void A_translation_stamped_now_is_sound_and_stale_when_the_source_changes()
    {
        var english = string.Concat(AllSource().Select(pair => $"'{pair.Key}': '{pair.Value.Text.Replace("'", "''", StringComparison.Ordinal)}'\n"));
        var two = PackFiles.Sound().Files["pack.yaml"].Replace("[zh-Hans]", "[zh-Hans, en]", StringComparison.Ordinal);
        var letter = ("letters/D01.en.txt", "I am {{nickname}}.");
        var unstamped = PackFiles.SoundWith(("pack.yaml", two), ("lines/en.yaml", english), letter);
        var stamps = TranslationProof.Stamps(PackReader.Read(unstamped, new Diagnostics())!, "en");

        Assert.Empty(Codes_of(PackFiles.SoundWith(("pack.yaml", two), ("lines/en.yaml", english), letter, ("lines/of/en.yaml", stamps))));

        var extra = PackFiles.Sound().Files["lines/zh-Hans.extra.yaml"].Replace("怎么称呼你", "你想让我怎么称呼你", StringComparison.Ordinal);
        Assert.Equal(
            [Codes.StaleTranslation],
            Codes_of(PackFiles.SoundWith(("pack.yaml", two), ("lines/en.yaml", english), letter, ("lines/of/en.yaml", stamps), ("lines/zh-Hans.extra.yaml", extra))));
    }

    [Fact]
    public void Every_line_that_the_program_says_by_name_is_demanded_of_packs()
    {
        var said = Directory.EnumerateFiles(Path.Combine(PackFiles.Root, "src", "ChatHelper.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => Regex.Matches(File.ReadAllText(path), "\\b(?:Line|Say|Fill)\\(\"(?<id>[a-z][^\"{]*)\"|\"(?<id>(?:format|duty)\\.[a-z][^\"{.]*)\"", RegexOptions.NonBacktracking))
            .Select(match => match.Groups["id"].Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(said);
        Assert.Empty(said.Except(SpokenLines.Values.Keys, StringComparer.Ordinal).Except(SpokenLines.OfLetters.Keys, StringComparer.Ordinal)
            .Except(SpokenLines.OfEvidence.Keys, StringComparer.Ordinal).Except(SpokenLines.OfWhy.Keys, StringComparer.Ordinal)
            .Except(SpokenLines.OfAuthorities.Keys, StringComparer.Ordinal).Except(Core.Diary.DiaryLines.Values.Keys, StringComparer.Ordinal)
            .Except(Core.Witness.WitnessLines.Values.Keys, StringComparer.Ordinal).Except(SpokenLines.OfPlain, StringComparer.Ordinal).Except(Core.Consents.ConsentLines.Values.Keys, StringComparer.Ordinal)
            .Except(Core.Turns.SeenTelling.Lines.Keys, StringComparer.Ordinal).Except(Core.Exports.Exporting.Lines.Keys, StringComparer.Ordinal)
            .Except(Core.Turns.GateWords.Lines.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void A_pack_of_two_hundred_steps_is_proven()
    {
        var steps = new StringBuilder("dialog: extra\nsteps:\n");
        var lines = new StringBuilder(PackFiles.Sound().Files["lines/zh-Hans.extra.yaml"]);
        for (var i = 0; i < 200; i++)
        {
            steps.Append(CultureInfo.InvariantCulture, $"  - {{step: s{i}, ask: text, fact: nickname}}\n");
            lines.Append(CultureInfo.InvariantCulture, $"extra.s{i}: 问题\n");
        }

        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(PackFiles.SoundWith(("extra.dialog.yaml", steps.ToString()), ("lines/zh-Hans.extra.yaml", lines.ToString())), diagnostics);
        PackProof.Prove(pack!, [], new LocalDate(2026, 11, 21), diagnostics);
        Assert.All(diagnostics.Found, fault => Assert.Equal(Codes.NoPlay, fault.Code));
    }

    private static IEnumerable<KeyValuePair<string, Wording>> AllSource()
    {
        var lines = PackReader.Read(PackFiles.Sound(), new Diagnostics())!.Lines;
        return lines.Ids("zh-Hans").Select(id => KeyValuePair.Create(id, lines.Own("zh-Hans", id)!));
    }

    private static IReadOnlyList<string> Extra(string steps, params string[] lines) => Codes_of(PackFiles.SoundWith(
        ("extra.dialog.yaml", $"dialog: extra\nsteps:\n{steps}"),
        ("plays/extra.play", "dialog: extra\nclock 2026-11-18T20:30\n"),
        (Lines, $"extra.feel: 现在感觉怎样？\n{string.Concat(lines)}")));

    private static IReadOnlyList<string> Codes_of(PackSource source)
    {
        var diagnostics = new Diagnostics();
        PackProof.ReadAndProve(source, new LocalDate(2026, 11, 21), diagnostics);
        return [.. diagnostics.Found.Select(fault => fault.Code)];
    }
}
