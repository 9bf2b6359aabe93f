using System.Text.RegularExpressions;

namespace ChatHelper.Fakes.Record;

/// <summary>What became of numbered words: one reply each, none, or more than one.</summary>
/// <param name="Confirmed">Updates with a key that the bot confirmed.</param>
/// <param name="Answered">Of these, how many have at least one reply.</param>
/// <param name="Pending">Offered, not confirmed, not expired: not lost yet.</param>
/// <param name="Expired">Never confirmed and dead of age.</param>
/// <param name="Lost">Keys that were confirmed and never answered.</param>
/// <param name="Doubled">Keys with two or more replies without the mark.</param>
/// <param name="MarkedDoubles">Keys with a second reply that carries the mark.</param>
/// <param name="Strange">Keys in replies to which no update belongs.</param>
public sealed record Verdict(
    int Confirmed, int Answered, int Pending, int Expired,
    IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> MarkedDoubles, IReadOnlyList<string> Strange);

/// <summary>
/// Counts the replies of each confirmed update. The key function names the word that belongs together in an update's text and in the
/// text of its reply, or null when there is none. Keys are taken per chat.
/// </summary>
public sealed class Judge(Func<string, string?> keyOf, string? marker = null)
{
    /// <summary>A judge whose key is the first match of a pattern.</summary>
    public static Judge ByPattern(string pattern, string? marker = null)
    {
        var regex = new Regex(pattern, RegexOptions.NonBacktracking);
        return new Judge(text => regex.Match(text) is { Success: true } match ? match.Value : null, marker);
    }

    /// <summary>Judges a ledger as it stands now.</summary>
    public Verdict Verdict(Ledger ledger)
    {
        var replies = new Dictionary<(long, string), (int Plain, int Marked)>();
        // Taken before the entries, so that an update confirmed meanwhile does not look lost.
        var updates = ledger.Updates.Select(u => (Update: u, u.ConfirmedAt)).ToList();
        foreach (var entry in ledger.Entries.Where(e => e.Kind == LedgerKind.Sent && e.Text is not null))
        {
            if (keyOf(entry.Text!) is { } key)
            {
                var (plain, marked) = replies.GetValueOrDefault((entry.ChatId, key));
                var isMarked = marker is not null && entry.Text!.Contains(marker, StringComparison.Ordinal);
                replies[(entry.ChatId, key)] = isMarked ? (plain, marked + 1) : (plain + 1, marked);
            }
        }
        var known = new HashSet<(long, string)>();
        List<string> lost = [], doubled = [], markedDoubles = [];
        int confirmed = 0, answered = 0, pending = 0, expired = 0;
        foreach (var (update, confirmedAt) in updates)
        {
            if (update.Text is null || keyOf(update.Text) is not { } key || !known.Add((update.ChatId, key)))
            {
                continue;
            }
            var (plain, marked) = replies.GetValueOrDefault((update.ChatId, key));
            if (plain > 1)
            {
                doubled.Add(key);
            }
            if (marked > 0 && plain + marked > 1)
            {
                markedDoubles.Add(key);
            }
            if (confirmedAt is null)
            {
                (pending, expired) = update.Expired ? (pending, expired + 1) : (pending + 1, expired);
                continue;
            }
            confirmed++;
            if (plain + marked > 0)
            {
                answered++;
            }
            else
            {
                lost.Add(key);
            }
        }
        var all = ledger.Updates.Where(u => u.Text is not null).Select(u => (u.ChatId, keyOf(u.Text!) ?? "")).ToHashSet();
        return new Verdict(confirmed, answered, pending, expired, lost, doubled, markedDoubles, [.. replies.Keys.Where(k => !all.Contains(k)).Select(k => k.Item2)]);
    }
}
