using System.Globalization;
using System.Text;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;

namespace ChatHelper.Channels.WeChat;

/// <summary>Replies in words alone: choices become numbered lines, files a link, or their text where there is no link.</summary>
internal sealed class WeChatWords(LineBook lines)
{
    private readonly HashSet<string> _next = lines.Languages
        .SelectMany(language => (lines.Find(language, "wechat.next.words")?.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    public string Line(string language, string id, string? link = null) => lines.Find(language, id)?.Fill(name => name == "link" ? link : null) ?? id;

    /// <summary>Whether somebody asks for the rest of what was said.</summary>
    /// <param name="offered">They were told that a number does it.</param>
    public bool IsNext(string said, bool offered) => said.Trim().Normalize(NormalizationForm.FormKC) is var word && (_next.Contains(word) || (offered && word is "1" or "2"));

    /// <param name="link">Where the files of the reply are; null: nowhere.</param>
    public IEnumerable<Block> Of(Reply reply, string? link)
    {
        var below = string.Join('\n', Below(reply, link));
        var text = reply.Files.Count > 0 && link is null ? $"{reply.Text}\n\n{Line(reply.Language, "wechat.no-link")}" : reply.Text;
        var whole = new Block(text, below, Alone: reply.Copy == reply.Text, reply.Class) { Language = reply.Language, Secret = reply.Secret };
        yield return whole;
        foreach (var copied in Copied(reply, link))
        {
            yield return whole with { Text = copied, Below = "", Alone = true };
        }
    }

    private IEnumerable<string> Below(Reply reply, string? link)
    {
        if (reply.Files.Count > 0 && link is not null)
        {
            yield return Line(reply.Language, "wechat.file", link);
        }

        foreach (var (index, choice) in reply.Choices.Index())
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{index + 1} {choice.Text}");
        }

        if (reply.Many)
        {
            yield return Line(reply.Language, "wechat.many");
        }
    }

    private static IEnumerable<string> Copied(Reply reply, string? link)
    {
        if (reply.Copy is { } copy && !reply.Text.Contains(copy, StringComparison.Ordinal))
        {
            yield return copy;
        }

        // Only letters are texts; a list or a calendar file is nothing to read.
        foreach (var file in link is null ? reply.Files.Where(file => file.Text.Length > 0 && (file.Pages is not null || file.Mime.StartsWith("text/plain", StringComparison.Ordinal))) : [])
        {
            yield return file.Text;
        }
    }
}
