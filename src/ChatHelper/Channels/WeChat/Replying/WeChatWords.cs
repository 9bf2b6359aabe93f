using System.Globalization;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>Replies in words alone: choices become numbered lines, files a link, or their text where there is no link.</summary>
internal sealed class WeChatWords(Pack pack)
{
    private const int LongestWord = 40;

    private readonly HashSet<string> _next = pack.Lines.Languages
        .SelectMany(language => (pack.Lines.Find(language, "wechat.next.words")?.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _unreadable = pack.Lines.Languages
        .SelectMany(language => (pack.Lines.Find(language, "wechat.unreadable.words")?.Text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    public string Line(string language, string id, string? link = null) => pack.Lines.Find(language, id)?.Fill(name => name == "link" ? link : null) ?? id;

    /// <summary>Whether somebody asks for the rest of what was said.</summary>
    /// <param name="offered">They were told that a number does it.</param>
    public bool IsNext(string said, bool offered) => said.Length <= LongestWord && Bare(said) is var word && (_next.Contains(word) || (offered && word is "1" or "2"));

    /// <summary>Whether WeChat wrote this in place of something that it does not hand on, such as a sticker.</summary>
    public bool IsUnreadable(string said) => _unreadable.Contains(said.Trim());

    /// <param name="link">Where the files of the reply are; null: nowhere.</param>
    public IEnumerable<Block> Of(Reply reply, string? link)
    {
        var below = string.Join('\n', Below(reply, link));
        var text = reply.Files.Count > 0 && link is null ? $"{reply.Text}\n\n{Line(reply.Language, Instead(reply))}" : reply.Text;
        var whole = new Block(text, below, Alone: reply.Copy == reply.Text, reply.Class) { Language = reply.Language, Secret = reply.Secret, Asks = reply.Choices.Count > 0 || reply.Class == ReplyClass.Question };
        yield return whole;
        foreach (var copied in Copied(reply, link))
        {
            yield return whole with { Text = copied, Below = "", Alone = true, Asks = false };
        }
    }

    // As people type: with spaces, full-width digits, a full stop.
    private string Bare(string said)
    {
        var word = pack.Readers.Repair(said);
        return word.Trim([.. word.Where(char.IsPunctuation)]).Replace(" ", "", StringComparison.Ordinal);
    }

    private static string Instead(Reply reply) => reply.Files.Any(IsText) ? "wechat.no-link"
        : reply.Files.All(file => file.Mime.StartsWith("text/calendar", StringComparison.Ordinal)) ? "wechat.no-calendar" : "wechat.no-file";

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

        // A letter may come as several kinds of file.
        foreach (var text in link is null ? reply.Files.Where(IsText).Select(file => file.Text).Distinct(StringComparer.Ordinal).Where(text => text != reply.Copy) : [])
        {
            yield return text;
        }
    }

    // Only letters are texts; a list or a calendar file is nothing to read.
    private static bool IsText(ReplyFile file) => file.Text.Length > 0 && (file.Pages is not null || file.Mime.StartsWith("text/plain", StringComparison.Ordinal));
}
