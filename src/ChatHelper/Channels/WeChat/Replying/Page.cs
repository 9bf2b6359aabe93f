using System.Text;
using ChatHelper.Core.Turns;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>A reply in words, as WeChat shows it.</summary>
/// <param name="Text">May be cut where it is long.</param>
/// <param name="Below">Choices and links: stay together, under the last of the text.</param>
/// <param name="Alone">To be copied: a message of its own.</param>
internal sealed record Block(string Text, string Below, bool Alone, ReplyClass Class)
{
    /// <summary>Language of the reply; empty for the pack's first.</summary>
    public string Language { get; init; } = "";

    /// <summary>Shown this once.</summary>
    public bool Secret { get; init; }

    /// <summary>It asks: a number under it picks a choice.</summary>
    public bool Asks { get; init; }

    public override string ToString() => nameof(Block);
}

/// <summary>One message.</summary>
internal sealed record Page(string Text, ReplyClass Class)
{
    public string Language { get; init; } = "";

    public bool Secret { get; init; }

    /// <summary>To be copied: nothing else may stand in it.</summary>
    public bool Alone { get; init; }

    /// <summary>It asks: a number under it picks a choice.</summary>
    public bool Asks { get; init; }

    public override string ToString() => nameof(Page);

    /// <summary>Joins what is short and cuts what is long; nothing is lost and nothing changes its place.</summary>
    /// <param name="most">Bytes of UTF-8 in a message.</param>
    /// <param name="apart">From the second page on a question is joined to nothing, so that it can be left out when it has grown old.</param>
    public static IReadOnlyList<Page> Of(IEnumerable<Block> blocks, int most, bool apart = false)
    {
        var pages = new List<Page>();
        var open = false; // whether the last page may be joined
        foreach (var block in blocks)
        {
            foreach (var piece in Pieces(block, most))
            {
                if (open && !block.Alone && pages[^1] is var last && (!apart || pages.Count == 1 || last.Class == block.Class) && Bytes(last.Text) + 2 + Bytes(piece) <= most)
                {
                    pages[^1] = last with
                    {
                        Text = $"{last.Text}\n\n{piece}",
                        Class = last.Class == ReplyClass.Advice ? ReplyClass.Advice : block.Class,
                        Secret = last.Secret || block.Secret,
                        Asks = last.Asks || block.Asks,
                    };
                }
                else
                {
                    pages.Add(new Page(piece, block.Class) { Language = block.Language, Secret = block.Secret, Alone = block.Alone, Asks = block.Asks });
                }

                open = !block.Alone;
            }
        }

        return pages;
    }

    private static IEnumerable<string> Pieces(Block block, int most)
    {
        List<string> pieces = [.. TextParts.OfBytes(block.Text, most).Select(piece => piece.Trim('\n')).Where(piece => !string.IsNullOrWhiteSpace(piece))];
        if (block.Below.Length > 0)
        {
            if (pieces.Count > 0 && Bytes(pieces[^1]) + 1 + Bytes(block.Below) <= most)
            {
                pieces[^1] = $"{pieces[^1]}\n{block.Below}";
            }
            else
            {
                pieces.AddRange(TextParts.OfBytes(block.Below, most));
            }
        }

        return pieces;
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
