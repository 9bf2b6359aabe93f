namespace ChatHelper.Papers;

/// <summary>East Asian fonts of a language, by the names that word processors know; from the lines <c>paper.font.…</c>.</summary>
/// <param name="Heading">Of the title and the headings.</param>
/// <param name="Body">Of everything else.</param>
internal sealed record PaperFonts(string Heading, string Body);
