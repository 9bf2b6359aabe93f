using System.Text.RegularExpressions;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Tests.Plays;

/// <summary>What dialogs/README.md shows to authors is true.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(PackFiles.Root, "dialogs", "README.md"));

    [Fact]
    public void The_first_example_makes_the_chat_that_stands_below_it()
    {
        Assert.Empty(Run("dialog: small\nclock 2026-11-18T20:30\n> 你好\n> [small]\n< 谁接到了电话\n< 没有别人\n> 1 2\n< 他们说了什么\n> 他们说要告诉所有人\nat start.what"));
        Assert.Empty(Run("dialog: small\nclock 2026-11-18T20:30\n> 你好\n> [small]\n> 没有别人\nat start.what\nfact what-said is open"));
    }

    [Fact]
    public void The_play_that_is_shown_comes_out()
    {
        var play = Blocks("")[0].Replace("> [tell]", "> [small]", StringComparison.Ordinal);
        Assert.StartsWith("dialog: start, small", play, StringComparison.Ordinal);
        Assert.Empty(Run(play));
    }

    [Fact]
    public void Every_kind_of_step_and_every_deed_is_explained()
    {
        foreach (var kind in Enum.GetValues<StepKind>())
        {
            var word = kind switch
            {
                StepKind.Tell => "`tell: yes`",
                StepKind.Offer => "`offer: D01`",
                StepKind.Do => "`do: …`",
                _ => $"`ask: {kind.ToString().ToLowerInvariant()}`",
            };
            Assert.Contains(word, Readme, StringComparison.Ordinal);
        }

        var start = Readme.IndexOf("### What `do` can do", StringComparison.Ordinal);
        var section = Readme[start..Readme.IndexOf("\n## ", start, StringComparison.Ordinal)];
        Assert.All(Deeds.Known, deed => Assert.Contains($"`{deed}", section, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_that_the_program_knows_is_named() =>
        Assert.All(CommandTaking.Known, command => Assert.Matches($@"[` \n]{command}[` \n]", Readme));

    private static IReadOnlyList<Diagnostic> Run(string text)
    {
        var diagnostics = new Diagnostics();
        var start = PackFiles.Sound().Files["start.dialog.yaml"].Replace("call: extra", "call: small", StringComparison.Ordinal).Replace("choice: more", "choice: small", StringComparison.Ordinal);
        var pack = PackReader.Read(
            PackFiles.SoundWith(("small.dialog.yaml", Blocks("yaml")[0]), ("lines/zh-Hans.small.yaml", Blocks("yaml")[1]), ("start.dialog.yaml", start)), diagnostics);
        var play = PlayReader.Read("plays/small.play", text, diagnostics);
        Assert.Empty(diagnostics.Found);
        return PlayRunner.Run(new Decider(pack!), play);
    }

    private static IReadOnlyList<string> Blocks(string language) =>
        [.. Regex.Matches(Readme, $"\n```{language}\n(?<text>[^`]*)\n```\n", RegexOptions.NonBacktracking).Select(match => match.Groups["text"].Value)
            .Where(text => language.Length > 0 || text.StartsWith("dialog:", StringComparison.Ordinal))];
}
