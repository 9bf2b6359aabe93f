using ChatHelper.Core.Turns;
using Spectre.Console;

namespace ChatHelper.Channels.Terminal;

/// <summary><c>talk</c>: the conversation in the terminal, for authors.</summary>
internal sealed class ScreenTalk(TerminalTalk talk, Engine engine, TerminalFiles files, IAnsiConsole console)
{
    private readonly List<string> _typed = [];

    public async Task Run()
    {
        console.MarkupLine("[grey]:clock +3d  :facts  :graph  :restart  :dup  :save NAME  :quit[/]");
        while (console.Prompt(new TextPrompt<string>("[blue]>[/]").AllowEmpty()) is var line && line != ":quit")
        {
            if (line.StartsWith(':'))
            {
                await Command(line);
            }
            else if (line.Length > 0)
            {
                _typed.Add(line);
                await Show(await talk.Say(line));
            }
        }
    }

    private async Task Command(string line)
    {
        var words = line.Split(' ', 2);
        switch (words[0])
        {
            case ":clock" when words.Length > 1 && ClockWords.Read(words[1]) is { } by:
                await Show(await talk.Move(by));
                break;
            case ":facts":
                foreach (var (name, fact) in (await talk.Conversation()).Facts)
                {
                    console.MarkupLineInterpolated($"[green]{name}[/] {fact.Value} [grey]{fact.State} {fact.Precision} {fact.Raw}[/]");
                }

                break;
            case ":graph":
                console.WriteLine(string.Join("\n", engine.Pack.Steps.Keys));
                break;
            case ":restart":
                await Show(await talk.Press(["restart"]));
                break;
            case ":dup":
                await Show(await talk.Again());
                break;
            case ":save" when words.Length > 1:
                await File.WriteAllLinesAsync($"{words[1]}.play", _typed.Select(typed => $"> {typed}"));
                break;
            default:
                console.MarkupLine("[red]?[/] :clock +3d  :facts  :graph  :restart  :dup  :save NAME  :quit");
                break;
        }
    }

    private async Task Show(IReadOnlyList<Reply> replies)
    {
        foreach (var reply in replies)
        {
            console.WriteLine();
            console.WriteLine(reply.Text);
            for (var i = 0; i < reply.Choices.Count; i++)
            {
                console.MarkupLineInterpolated($"  [yellow]{i + 1}[/] {reply.Choices[i].Text}");
            }

            foreach (var file in await files.Write(reply, await talk.Number()))
            {
                console.MarkupLineInterpolated($"  [grey]{file.Path} {file.Remark}[/]");
            }
        }
    }
}
