using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Core.Casework;

/// <summary>The hash chain over the evidence of one case, in order of the entries' numbers.</summary>
/// <remarks>
/// Every value is SHA-256, lower-case hexadecimal, over UTF-8 fields one after the other, each as <c>length:bytes,</c> (length in
/// bytes, decimal), so that no field can pass for two:
/// <code>
/// leaf of an item        "evidence-1" no received source name mime size sha256      (received: Unix milliseconds, UTC)
/// leaf of a withdrawal   "withdrawn-1" no number-of-the-item at                     (at: Unix milliseconds, UTC)
/// link                   "link-1" link-before leaf                                  (link-before: empty for the first entry)
/// </code>
/// The head, the link of the last entry, stands in the case file and in the list of evidence that is handed out.
/// Kind, label, act, claimed time, holder and count are the person's words; they may be corrected and are not in the chain.
///
/// What it shows: that no entry was edited, swapped, put in or taken out since, as long as the head is the same as on a list that
/// was handed out before. What it does not show: that a file is genuine, who made it or when; that nothing was left out before it
/// was sent; and, without such a list, that nobody who can write the whole database has made the chain anew.
/// </remarks>
public static class EvidenceChain
{
    /// <summary>The case with this item as its last entry: it gets the next number and its link.</summary>
    public static CaseFile Add(CaseFile file, EvidenceItem item)
    {
        ArgumentNullException.ThrowIfNull(file);
        var numbered = item with { No = file.Last + 1 };
        var linked = numbered with { Link = Link(file.EvidenceHead, Leaf(numbered)) };
        return file with { Last = linked.No, Evidence = [.. file.Evidence, linked], EvidenceHead = linked.Link };
    }

    /// <summary>The case without the item of that number; as it was when there is none.</summary>
    /// <param name="at">Now, UTC.</param>
    public static CaseFile Withdraw(CaseFile file, int no, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Evidence.FirstOrDefault(item => item.No == no) is not { } gone)
        {
            return file;
        }

        var entry = new Withdrawal(file.Last + 1, no, at) { Leaf = Leaf(gone), LinkOf = gone.Link };
        entry = entry with { Link = Link(file.EvidenceHead, Leaf(entry)) };
        return file with
        {
            Last = entry.No,
            Evidence = [.. file.Evidence.Where(item => item != gone)],
            Withdrawals = [.. file.Withdrawals, entry],
            EvidenceHead = entry.Link,
        };
    }

    /// <summary>Number of the first entry that does not fit to those before it; 0 when the last entry is not the head (something
    /// was cut off); null when the whole chain holds.</summary>
    public static int? Fault(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var before = "";
        var last = 0;
        foreach (var (no, leaf, link) in Entries(file).OrderBy(entry => entry.No))
        {
            if (no <= last || Link(before, leaf) != link)
            {
                return no;
            }

            (before, last) = (link, no);
        }

        return before == file.EvidenceHead && InOrder(file) ? null : 0;
    }

    /// <summary>Digest of what was received.</summary>
    public static string Leaf(EvidenceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Hash("evidence-1", Text(item.No), Text(item.ReceivedAt.ToUnixTimeMilliseconds()), item.Source, item.Name, item.Mime, Text(item.Size), item.Sha256);
    }

    private static string Leaf(Withdrawal entry) => Hash("withdrawn-1", Text(entry.No), Text(entry.Of), Text(entry.At.ToUnixTimeMilliseconds()));

    // A removed item still stands at its old place, by its digest alone.
    private static IEnumerable<(int No, string Leaf, string Link)> Entries(CaseFile file) =>
    [
        .. file.Evidence.Select(item => (item.No, Leaf(item), item.Link)),
        .. file.Withdrawals.Select(entry => (entry.Of, entry.Leaf, entry.LinkOf)),
        .. file.Withdrawals.Select(entry => (entry.No, Leaf(entry), entry.Link)),
    ];

    // The list itself is read in its order: a swapped one is a fault although the numbers would sort it out.
    private static bool InOrder(CaseFile file) =>
        file.Evidence.Zip(file.Evidence.Skip(1)).All(pair => pair.First.No < pair.Second.No)
        && file.Withdrawals.Zip(file.Withdrawals.Skip(1)).All(pair => pair.First.No < pair.Second.No);

    private static string Link(string before, string leaf) => Hash("link-1", before, leaf);

    private static string Hash(params ReadOnlySpan<string> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Text(bytes.Length)}:"));
            hash.AppendData(bytes);
            hash.AppendData(","u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
