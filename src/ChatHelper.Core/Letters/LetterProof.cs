using System.Text.RegularExpressions;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using NodaTime;

namespace ChatHelper.Core.Letters;

/// <summary>Proves that every letter comes out whole: every name in it exists, and every variant renders on every kind of
/// sheet, in its length and without a hole.</summary>
public static partial class LetterProof
{
    // Dates change the words, not whether there are any.
    private static readonly LocalDate Today = new(2026, 11, 18);

    /// <summary>Reports CH0201, CH0303 to CH0306, CH0308, CH0310, CH0311, CH0330, CH0101, CH0112 and CH0407, each fault once.</summary>
    public static void Prove(Pack pack, Diagnostics diagnostics)
    {
        var seen = new HashSet<(string, string, int, string)>();
        void Report(string code, string file, int line, string message)
        {
            if (seen.Add((code, file, line, message)))
            {
                diagnostics.Report(code, file, line, message);
            }
        }

        var sheets = ProofSheets.Of(pack.Facts);
        GuardProof.Names(pack, Report);
        foreach (var form in pack.Letters.Values)
        {
            // A name that nobody has would only be reported again by every sheet.
            var before = seen.Count;
            Names(pack, form, Report);
            DisclosureProof.Prove(pack, form, Report);
            foreach (var variant in seen.Count == before ? form.Variants : [])
            {
                foreach (var (name, facts, gathered) in sheets.Concat(GuardProof.Reaching(form, variant, sheets)))
                {
                    foreach (var (language, text) in variant.Texts)
                    {
                        var draft = Whole(pack, form, form.Longest, () => LetterWriter.Draft(pack, form, variant, facts, gathered, Today, language), made => made.Letter.Text,
                            (code, fault) => Report(code, text.Path, 0, $"'{form.Id}' {name}: {fault}"));
                        GuardProof.Check(pack, form, draft, facts, Report);
                    }

                    foreach (var (language, text) in variant.Glosses)
                    {
                        Whole(pack, form, longest: 0, () => LetterWriter.Gloss(pack, form, variant, facts, gathered, Today, language), made => made.Text,
                            (code, fault) => Report(code, text.Path, 0, $"the gloss of '{form.Id}' {name}: {fault}"));
                    }
                }
            }
        }
    }

    private static void Names(Pack pack, LetterForm form, Action<string, string, int, string> report)
    {
        var check = new TemplateCheck(pack, report);
        if (!pack.Lines.Has($"letter.{form.Id}"))
        {
            report(Codes.MissingLine, form.File, 1, $"the line 'letter.{form.Id}' is missing");
        }

        foreach (var fact in form.Needs.Concat(form.Wants))
        {
            check.Fact(fact, form.File, 1);
        }

        foreach (var condition in form.Variants.Select(variant => variant.If).Concat(form.Points.Select(point => point.If)).OfType<Condition>())
        {
            check.Condition(condition, form.File, 1);
        }

        foreach (var point in form.Points.Where(point => !pack.Law.Has(point.Point)))
        {
            report(Codes.NoSuchPoint, form.File, 1, $"'{form.Id}' cites the unknown point '{point.Point}'");
        }

        foreach (var mark in form.Variants.SelectMany(variant => variant.Texts.Values.Concat(variant.Glosses.Values)).SelectMany(text => text.Marks))
        {
            check.Check(mark);
        }
    }

    private static T? Whole<T>(Pack pack, LetterForm form, int longest, Func<T> write, Func<T, string> textOf, Action<string, string> report)
        where T : class
    {
        try
        {
            var made = write();
            var text = textOf(made);
            if (longest > 0 && text.Length > longest)
            {
                report(Codes.LetterTooLong, $"{text.Length} characters, {longest} at most");
            }

            if (Holes().Match(text) is { Success: true } hole)
            {
                var from = Math.Max(0, hole.Index - 12);
                report(Codes.LetterHole, $"a hole at '{text[from..Math.Min(text.Length, hole.Index + 8)]}'");
            }

            if (DisclosureProof.TooMuch(pack, form, text) is { } open)
            {
                report(Codes.SaysTooMuch, open);
            }

            if (text.Length == 0)
            {
                report(Codes.LetterHole, "nothing is written");
            }

            return made;
        }
        catch (Exception fault) when (fault is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            report(Codes.LetterDoesNotRender, fault.Message);
            return null;
        }
    }

    // Brackets or quotation marks with nothing between them, commas and stops that meet, braces left over, a number alone on its line.
    [GeneratedRegex(
        @"[\p{Ps}\p{Pi}]\s*[\p{Pe}\p{Pf}]|[\u3001\u3002\uFF0C\uFF1A\uFF1B]\s*[\u3001\u3002\uFF0C\uFF1A\uFF1B]|[\uFF08\u201C\u300C\u300A]\s*[\u3001\u3002\uFF0C\uFF1A\uFF1B]|\{\{|\}\}|\n[0-9]+\. *(?:\n|$)",
        RegexOptions.NonBacktracking)]
    private static partial Regex Holes();
}
