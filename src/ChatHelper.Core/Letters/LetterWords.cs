using ChatHelper.Core.Dialogs;
using HandlebarsDotNet;

namespace ChatHelper.Core.Letters;

/// <summary>The words that templates know beside the names of facts. Those of Handlebars itself (if, each, with) are not
/// among them: they would take a blank for a fact that is there.</summary>
internal static class LetterWords
{
    /// <summary>Words that open a block.</summary>
    public static readonly string[] Blocks = ["known", "unknown", "refused", "is", "has", "when", "each-of"];

    /// <summary>Words before an argument.</summary>
    public static readonly string[] Inline = ["raw", "label", "number", "item", "one-of"];

    /// <summary>Names that every page has, and those inside <c>each-of</c>.</summary>
    public static readonly string[] Names = ["today", "sources", "entry", "full", "no", .. LetterRows.Fields.Values.SelectMany(fields => fields).Distinct()];

    public static void Register(IHandlebars handlebars)
    {
        Question(handlebars, "known", (_, fact, _) => fact.IsKnown);
        Question(handlebars, "unknown", (_, fact, _) => fact.Fact is { State: Facts.FactState.Unknown });
        Question(handlebars, "refused", (_, fact, _) => fact.Fact is { State: Facts.FactState.Refused });
        Question(handlebars, "is", (_, fact, values) => fact.IsKnown && values.Contains(fact.Fact!.Value));
        Question(handlebars, "has", (_, fact, values) => fact.IsKnown && fact.Fact!.Entries.Any(values.Contains));
        handlebars.RegisterHelper("when", (output, options, context, arguments) =>
        {
            var (condition, fault) = ConditionReader.Read($"{arguments[0]}");
            Page(context).Asked.UnionWith(condition?.Facts ?? []);
            Choose(condition?.Holds(Page(context).Facts) ?? throw new HandlebarsException(fault ?? ""), output, options, context);
        });
        handlebars.RegisterHelper("each-of", (output, options, context, arguments) =>
        {
            IReadOnlyList<LetterPage> pages = arguments.Length > 0 && arguments[0] is LetterRows list
                ? [.. list.Rows.Select(Page(context).With)]
                : [.. Fact(arguments).Entries.Select((entry, at) => Page(context).With(entry, at + 1))];
            foreach (var page in pages)
            {
                options.Template(output, page);
            }

            if (pages.Count == 0)
            {
                options.Inverse(output, context);
            }
        });
        handlebars.RegisterHelper("raw", (output, _, arguments) =>
            output.WriteSafeString(Fact(arguments).OwnWords(arguments.Length > 1 ? arguments.At<int>(1) : OwnWords.Longest)));
        handlebars.RegisterHelper("one-of", (output, context, arguments) => output.WriteSafeString(Page(context).OneOf([.. arguments.Select(one => $"{one}")])));
        handlebars.RegisterHelper("item", (output, context, arguments) => output.WriteSafeString(Page(context).Item($"{arguments[0]}")));
        handlebars.RegisterHelper("label", (output, _, arguments) => output.WriteSafeString(Fact(arguments).Label));
        handlebars.RegisterHelper("number", (output, context, arguments) => output.WriteSafeString(Page(context).Number($"{arguments[0]}")));
    }

    private static void Question(IHandlebars handlebars, string word, Func<LetterPage, LetterFact, IEnumerable<string>, bool> asks) =>
        handlebars.RegisterHelper(word, (output, options, context, arguments) =>
        {
            var fact = Fact(arguments);
            Page(context).Asked.Add(fact.Name);
            Choose(asks(Page(context), fact, arguments.Skip(1).Select(value => $"{value}")), output, options, context);
        });

    private static void Choose(bool holds, in EncodedTextWriter output, in BlockHelperOptions options, in Context context)
    {
        if (holds)
        {
            options.Template(output, context);
        }
        else
        {
            options.Inverse(output, context);
        }
    }

    private static LetterPage Page(Context context) => (LetterPage)context.Value!;

    private static LetterFact Fact(Arguments arguments) =>
        arguments.Length > 0 && arguments[0] is LetterFact fact ? fact : throw new HandlebarsException("the name of a fact is expected");
}
