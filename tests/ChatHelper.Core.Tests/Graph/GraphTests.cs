using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Graph;
using ChatHelper.Core.Proof;

namespace ChatHelper.Core.Tests.Graph;

public sealed class GraphTests
{
    [Fact]
    public void Every_step_has_a_box_and_every_way_an_arrow()
    {
        var pack = Pack();
        var page = GraphPage.Of(pack);
        Assert.All(pack.Steps.Keys.Where(id => id != "letter/D01.give"), id => Assert.Contains($"data-id=\"{id}\"", page, StringComparison.Ordinal));
        Assert.Contains("data-from=\"intake.who\" data-to=\"intake.words\"", page, StringComparison.Ordinal);
        Assert.Contains("contacts-hit is only nobody", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        var page = GraphPage.Of(Pack()).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_a_text_stay_words()
    {
        var page = GraphPage.Of(Pack(("lines/zh-Hans.extra.yaml", "extra.name: '<script>alert(1)</script>\"'\n")));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_not_cut_inside_a_character_of_two_units()
    {
        var pack = Pack(("lines/zh-Hans.extra.yaml", $"extra.name: '{new string('一', 12)}😀😀'\n"));
        Assert.Equal(new string('一', 12) + "…", StepWords.Of(pack, pack.Steps["extra.name"], 14));
    }

    [Fact]
    public void Ways_within_a_dialog_run_to_the_right_unless_they_go_back()
    {
        var pack = Pack(("extra.dialog.yaml", """
            dialog: extra
            steps:
              - step: a
                tell: yes
                next: [{if: mood is good, go: d}, {go: b}]
              - {step: b, tell: yes}
              - {step: c, tell: yes}
              - {step: d, tell: yes, next: a}
            """));
        var lane = Lane.Of("extra", pack.Dialogs["extra"].Steps, new Ways(pack));
        Assert.Equal([0, 1, 2, 3], pack.Dialogs["extra"].Steps.Select(step => lane.Column[step.Id]));
    }

    [Fact]
    public void A_pack_with_faults_can_still_be_drawn()
    {
        var pack = Pack(("extra.dialog.yaml", "dialog: extra\nsteps:\n  - {step: name, ask: menu, choices: [{choice: a, call: nowhere}, {choice: b, letter: D99}], next: lost}\n"));
        Assert.Contains("extra.name", GraphPage.Of(pack), StringComparison.Ordinal);
        Assert.Contains("extra.name", Mermaid.Of(pack), StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_names_steps_groups_and_conditions()
    {
        var chart = Mermaid.Of(Pack(("lines/zh-Hans.extra.yaml", "extra.name: '说\"好\"'\n")));
        Assert.StartsWith("flowchart LR\n", chart, StringComparison.Ordinal);
        Assert.Contains("subgraph \"intake\"", chart, StringComparison.Ordinal);
        Assert.Contains("|\"contacts-hit is only nobody\"|", chart, StringComparison.Ordinal);
        Assert.Contains("说#quot;好#quot;", chart, StringComparison.Ordinal);
    }

    private static Pack Pack(params (string Path, string Text)[] changes) =>
        PackReader.Read(PackFiles.SoundWith(changes), new Diagnostics())!;
}
