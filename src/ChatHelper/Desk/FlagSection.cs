using ChatHelper.Pages;

namespace ChatHelper.Desk;

/// <summary>The end of the desk's list: talks to look at.</summary>
internal sealed class FlagSection(DeskWords words)
{
    public Markup Of(IReadOnlyList<Flag> flags, DateTimeOffset now)
    {
        if (flags.Count == 0)
        {
            return Markup.Of($"");
        }

        var rows = Markup.Join(flags.Select(flag => Markup.Of($"""
            <li><strong>{words[$"flag.{flag.Reason}"]}</strong> <span class="hint">{words.With("flag.count", "count", $"{flag.Count}")} · {words.With("flag.since", "time", words.Waited(now - flag.FirstAt))}</span></li>
            """)));
        return Markup.Of($"""<section class="card flags"><h2>{words["flag.title"]}</h2><p class="hint">{words["flag.hint"]}</p><ul>{rows}</ul></section>""");
    }
}
