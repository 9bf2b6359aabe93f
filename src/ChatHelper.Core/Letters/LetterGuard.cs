using ChatHelper.Core.Content;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Letters;

/// <summary>Sees that no letter claims evidence, numbers or acts that nothing known carries, and says no words that harm.
/// Only the template's own words are held against it: what the person said is theirs.</summary>
public sealed class LetterGuard
{
    // Full stop, semicolon, exclamation and question mark of Chinese texts, and of others.
    private static readonly char[] Ends = ['\n', '\u3002', '\uFF1B', '\uFF01', '\uFF1F', '.', ';', '!', '?'];

    internal LetterGuard(IReadOnlyList<GuardRule> rules) => Rules = rules;

    internal IReadOnlyList<GuardRule> Rules { get; }

    /// <summary>Reads <c>letters/guard.yaml</c>; a pack without it has no rules.</summary>
    public static LetterGuard Read(PackSource source, Diagnostics diagnostics) => GuardReader.Read(source, diagnostics);

    /// <summary>What the letter must not say; empty when it may be handed out.</summary>
    internal IReadOnlyList<Breach> Check(LetterDraft draft, FactSheet facts)
    {
        var own = draft.Trace.Template();
        var id = draft.Letter.Id;
        return
        [
            .. from rule in Rules
               where rule.IsFor(id) && !(rule.If?.Holds(facts) ?? false) && rule.Finds(own)
               from sentence in own.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
               where rule.Claims(sentence)
               select new Breach(rule.If is null ? Codes.ForbiddenWords : Codes.UncarriedClaim, id, rule.Name, sentence),
        ];
    }
}
