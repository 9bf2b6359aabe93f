using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using ChatHelper.Core.Dialogs;
using ChatHelper.Tests.Terminal;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Hostile;

/// <summary>Every pattern of the program and of the pack, in texts made to keep it busy.</summary>
public sealed class PatternTests(ITestOutputHelper output)
{
    private const int Length = 4096;
    private const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly int Pumps = Rounds.Of("PUMPS", 2);
    private static readonly string[] Always = ["a", "1", " ", "的", "\n", "{", "《", "1-", "a1", "{{", "我不", "\"a\" ", "106 ", "\u0301", "\uD83D\uDE00"];

    [Fact]
    public void No_text_keeps_a_pattern_busy()
    {
        var patterns = OfTheProgram().Concat(In(ScenarioTalk.China)).DistinctBy(pattern => (pattern.ToString(), pattern.Options)).ToList();
        Assert.All(patterns, pattern => Assert.True(pattern.Options.HasFlag(RegexOptions.NonBacktracking) || pattern.MatchTimeout != Regex.InfiniteMatchTimeout, pattern.ToString()));
        var mutant = new Mutant(20261126);
        var (searches, slowest, where) = (0, TimeSpan.Zero, "");
        List<string> late = [];
        foreach (var pattern in patterns)
        {
            string[] own = [.. Pieces(pattern.ToString())];
            for (var pump = 0; pump < Pumps + 2; pump++)
            {
                var piece = pump == 0 ? "1" : pump == 1 ? "我" : mutant.Dice.Roll(4) == 0 || own.Length == 0 ? mutant.Dice.Of(Always) : $"{mutant.Dice.Of(own)}{(mutant.Dice.Roll(2) == 0 ? mutant.Dice.Of(own) : "")}";
                var text = string.Concat(Enumerable.Repeat(piece, (Length / piece.Length) + 1))[..(Length - 1)] + "!";
                var began = Work.Done();
                if (Enumerable.Range(0, 3).All(_ => IsLate(pattern, text))) // once may be the machine's fault
                {
                    late.Add($"{pattern} in {piece} ...");
                }

                searches++;
                if (Work.Done() - began is var took && took > slowest)
                {
                    (slowest, where) = (took, $"{pattern.ToString()[..Math.Min(60, pattern.ToString().Length)]} in {piece} …");
                }
            }
        }

        output.WriteLine($"{patterns.Count} patterns ({patterns.Count(pattern => pattern.Options.HasFlag(RegexOptions.NonBacktracking))} without backtracking, the others bounded in time), {searches} searches in {Length} characters, {late.Count} ended by their bound; the slowest took {slowest.TotalMilliseconds:0.0} ms: {where}");
        Assert.True(patterns.Count > 100);
        Assert.Empty(late);
    }

    private static bool IsLate(Regex pattern, string text)
    {
        try
        {
            pattern.Count(text);
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    // What stands in a pattern between its signs: words that begin a match and do not end one.
    private static IEnumerable<string> Pieces(string pattern)
    {
        var word = new StringBuilder();
        foreach (var sign in pattern.Append('|'))
        {
            if (char.IsLetterOrDigit(sign) || sign == ' ')
            {
                word.Append(sign);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    private static IEnumerable<Regex> OfTheProgram() => new[] { typeof(Pack).Assembly, typeof(Engine).Assembly }
        .SelectMany(assembly => assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
        .SelectMany(type => type.GetFields(All).Where(field => field.IsStatic && field.FieldType == typeof(Regex)).Select(field => field.GetValue(null))
            .Concat(type.GetMethods(All).Where(method => method.IsStatic && method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0).Select(method => method.Invoke(null, null))))
        .OfType<Regex>();

    private static IEnumerable<Regex> In(object whole)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var left = new Stack<object>([whole]);
        while (left.TryPop(out var one))
        {
            if (one is Regex pattern)
            {
                yield return pattern;
                continue;
            }

            if (one is string || !seen.Add(one))
            {
                continue;
            }

            if (one is IEnumerable many)
            {
                foreach (var item in many)
                {
                    Push(item);
                }
            }

            for (var type = one.GetType(); type is not null && IsOurs(type); type = type.BaseType)
            {
                foreach (var field in type.GetFields(All).Where(field => !field.IsStatic && !field.FieldType.IsPointer))
                {
                    Push(field.GetValue(one));
                }
            }
        }

        void Push(object? item)
        {
            if (item is not null && !item.GetType().IsPrimitive && !item.GetType().IsEnum && (item is Regex or IEnumerable || IsOurs(item.GetType())))
            {
                left.Push(item);
            }
        }
    }

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("ChatHelper", StringComparison.Ordinal) == true || (type is { IsGenericType: true, Namespace: "System.Collections.Generic" or "System" }) || type.Name.StartsWith("ValueTuple", StringComparison.Ordinal);
}
