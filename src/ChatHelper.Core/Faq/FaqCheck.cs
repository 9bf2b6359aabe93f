using ChatHelper.Core.Content;

namespace ChatHelper.Core.Faq;

/// <summary>Every question can be found, and by one wording only one.</summary>
internal static class FaqCheck
{
    public static void Wordings(IEnumerable<Node> entries, QuestionWords words)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var id = entry.Text("faq") ?? "";
            if (entry.Texts("asks").Count + entry.Texts("hear").Count == 0)
            {
                entry.Report(Codes.QuestionWithoutWording, $"nobody can ask '{id}': it has neither 'asks' nor 'hear'");
            }

            foreach (var wording in entry.Texts("asks"))
            {
                var plain = string.Concat(words.Plain(wording).Where(char.IsLetterOrDigit));
                if (!owners.TryAdd(plain, id))
                {
                    entry.Report(Codes.SameWording, $"'{wording}' of '{id}' is already a wording of '{owners[plain]}'");
                }
            }
        }
    }
}
