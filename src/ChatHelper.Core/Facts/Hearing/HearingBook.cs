using System.Text.RegularExpressions;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using NodaTime;

namespace ChatHelper.Core.Facts.Hearing;

/// <summary>One rule of <c>hearing.yaml</c>: words that carry a fact.</summary>
/// <param name="Pattern">When it matches, the fact is heard; a group named <c>v</c> holds the part with the value.</param>
/// <param name="Fact">Fact it fills.</param>
/// <param name="As">How the value is read: is, when, amount, phone, count, days, groups, relations, words, refused.</param>
/// <param name="Is">The value itself when <paramref name="As"/> is <c>is</c>.</param>
/// <param name="Tense">How days are resolved.</param>
/// <param name="If">Heard only while this holds of what is known already; null: always.</param>
public sealed record HearingRule(HeardPattern Pattern, string Fact, string As, string Is, Tense Tense, Condition? If = null)
{
    /// <summary>Heard only of what has happened: not where the words ask, fear, threaten or deny it.</summary>
    public bool Happened { get; init; }
}

/// <summary>Something heard in free words.</summary>
/// <param name="Name">Fact name.</param>
/// <param name="Fact">The fact as it would be stored.</param>
public sealed record Heard(string Name, Fact Fact);

/// <summary>Extract first, ask second: what free words already say. Pure; rules run in file order and the first that
/// hears a fact in a message wins for that fact, unless the fact gathers.</summary>
public sealed class HearingBook
{
    private const int Longest = HeardPattern.LongestText;
    private readonly IReadOnlyList<HearingRule> _rules;
    private readonly IReadOnlyList<HeardPattern> _unreal;
    private readonly IReadOnlyDictionary<string, FactDeclaration> _facts;
    private readonly Readers _readers;
    private readonly Script _script;

    /// <param name="unreal">Where these match, nothing has happened: it is asked, feared, threatened or denied.</param>
    internal HearingBook(IReadOnlyList<HearingRule> rules, IReadOnlyList<HeardPattern> unreal, IReadOnlyDictionary<string, FactDeclaration> facts, Readers readers, Script script) =>
        (_rules, _unreal, _facts, _readers, _script) = (rules, unreal, facts, readers, script);

    /// <summary>All facts heard in a message.</summary>
    /// <param name="text">The message after <see cref="Readers.Repair"/>.</param>
    /// <param name="now">The person's local time.</param>
    /// <param name="facts">What is known already.</param>
    public IReadOnlyList<Heard> Hear(string text, LocalDateTime now, FactSheet facts)
    {
        List<Heard> heard = [];
        var cut = text.Length > Longest ? text[..Longest] : text;
        var standard = _script.Standard(cut);
        List<Match>? unreal = null;
        foreach (var rule in _rules)
        {
            var gathers = _facts[rule.Fact].Gathers;
            if ((!gathers && heard.Exists(one => one.Name == rule.Fact)) || rule.If?.Holds(facts) == false)
            {
                continue;
            }

            // One match is enough for a single fact; gathering ones read all places.
            foreach (var match in rule.Pattern.All(standard))
            {
                if (rule.Happened && IsUnreal(match, unreal ??= [.. _unreal.SelectMany(pattern => pattern.All(standard))]))
                {
                    continue;
                }

                var place = match.Groups["v"] is { Success: true } group ? group : (Capture)match;
                var part = cut.Substring(place.Index, place.Length);
                if (Read(rule, part, now) is { } fact)
                {
                    Add(heard, rule.Fact, fact, gathers);
                    if (!gathers)
                    {
                        break;
                    }
                }
            }
        }

        return heard;
    }

    /// <summary>Two values of a gathering fact as one, in the order heard, each once.</summary>
    public static Fact Gather(Fact? before, Fact more) => before is { IsKnown: true }
        ? more with
        {
            Raw = before.Raw.Length == 0 ? more.Raw : more.Raw.Length == 0 ? before.Raw : $"{before.Raw} / {more.Raw}",
            Value = string.Join(',', before.Entries.Concat(more.Entries).Distinct(StringComparer.Ordinal)),
        }
        : more;

    // The verb stands at the beginning of the words that were found, or at their end.
    private static bool IsUnreal(Match match, List<Match> unreal) => unreal.Exists(place => Covers(place, match.Index) || Covers(place, match.Index + match.Length - 1));

    private static bool Covers(Match place, int at) => place.Index <= at && at < place.Index + place.Length;

    private static void Add(List<Heard> heard, string name, Fact fact, bool gathers)
    {
        var at = heard.FindIndex(one => one.Name == name);
        if (at < 0)
        {
            heard.Add(new Heard(name, fact));
        }
        else if (gathers)
        {
            heard[at] = new Heard(name, Gather(heard[at].Fact, fact));
        }
    }

    private Fact? Read(HearingRule rule, string part, LocalDateTime now) => rule.As switch
    {
        "is" => Fact.Said(part, rule.Is),
        "refused" => Fact.Silence(FactState.Refused),
        "when" => First(_readers.When(part, now, rule.Tense)),
        "amount" => First(_readers.Amounts(part)),
        "count" => First(_readers.Counts(part)),
        "days" => First(_readers.Durations(part)),
        "phone" => Joined(part, _readers.Phones(part).Select(found => found.Value)),
        "groups" => Joined(part, _readers.Relations(part).Select(relation => relation.Group)),
        "relations" => Joined(part, _readers.Relations(part).Select(relation => relation.Label)),
        _ => Fact.Said(part, part.Replace(',', ' ')),
    };

    private static Fact? First(IReadOnlyList<Found> found) =>
        found is [var one, ..] ? Fact.Said(one.Raw, one.Value, one.Precision) : null;

    private static Fact? Joined(string raw, IEnumerable<string> values) =>
        string.Join(',', values.Distinct(StringComparer.Ordinal)) is { Length: > 0 } joined ? Fact.Said(raw, joined) : null;
}
