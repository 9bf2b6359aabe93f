using ChatHelper.Core.Faq;
using ChatHelper.Core.Law;
using ChatHelper.Core.Letters;

namespace ChatHelper.Core.Turns;

/// <summary>Says which answers and which articles made the last paper or the last statement, or a paper that is named.</summary>
internal static class Why
{
    private const string OfLaw = "law/", OfFaq = "faq/";

    /// <summary>What <see cref="Conversation.LastGiven"/> remembers of a topic of the law.</summary>
    public static string Topic(string topic) => OfLaw + topic;

    /// <summary>What it remembers of a short answer.</summary>
    public static string Entry(FaqEntry entry) => OfFaq + entry.Id;

    public static void Say(Talk talk, string named)
    {
        var given = named.Length > 0 ? Find(talk, named)?.Id : talk.Now.LastGiven;
        if (given is not null && talk.Pack.Letters.TryGetValue(given, out var form))
        {
            Paper(talk, form);
        }
        else if (given?.StartsWith(OfLaw, StringComparison.Ordinal) == true)
        {
            Statements(talk, given[OfLaw.Length..]);
        }
        else if (given is not null && talk.Pack.Faq.Entries.FirstOrDefault(entry => Entry(entry) == given) is { } entry)
        {
            Short(talk, entry);
        }
        else
        {
            talk.Lead(named.Length > 0 ? talk.Line("why.unknown", ("name", OwnWords.Plain(named, 20))) : talk.Line("why.nothing"));
        }
    }

    // By its id, or by words of its title.
    private static LetterForm? Find(Talk talk, string named) =>
        talk.Pack.Letters.Values.FirstOrDefault(form => form.Id.Equals(named, StringComparison.OrdinalIgnoreCase))
        ?? talk.Pack.Letters.Values.FirstOrDefault(form => talk.Line($"letter.{form.Id}").Contains(named, StringComparison.OrdinalIgnoreCase));

    private static void Paper(Talk talk, LetterForm form)
    {
        var made = Provenance.Of(talk.Pack, form, talk.Now.Facts, talk.Now.Case, talk.Local.Date, talk.Now.Language);
        talk.SayText(Parts(
            talk.Line("why.letter", ("title", talk.Line($"letter.{form.Id}")), ("today", talk.Words.Words(made.Today))),
            Answers(talk, "why.written", made.Answers.Where(answer => answer.Written))));
        var more = Parts(
            Answers(talk, "why.asked", made.Answers.Where(answer => !answer.Written)),
            made.Lists.Count == 0 ? "" : talk.Line("why.case", ("lists", talk.Words.Join(made.Lists.Select(list => talk.Line($"why.list.{list}"))))));
        if (more.Length > 0)
        {
            talk.SayText(more);
        }

        talk.SayText(made.Law.Count == 0 ? talk.Line("why.no-law") : WhyLaw.Words(talk, made.Law, Explaining.Conduct(talk.Now.Facts)));
    }

    private static void Statements(Talk talk, string topic)
    {
        var told = talk.Pack.Explainer.For(Explaining.Choices(talk), Explaining.Conduct(talk.Now.Facts), talk.Local.Date, topic)
            .Where(statement => statement.Citations.Count > 0).ToList();
        Chosen(talk, told.SelectMany(statement => statement.Facts), told.SelectMany(statement => statement.Points));
    }

    private static void Short(Talk talk, FaqEntry entry) => Chosen(talk, entry.If?.Facts ?? [], entry.Points);

    private static void Chosen(Talk talk, IEnumerable<string> facts, IEnumerable<string> points)
    {
        var conduct = Explaining.Conduct(talk.Now.Facts);
        List<CitationUse> law = [.. points.Distinct(StringComparer.Ordinal).SelectMany(
            point => talk.Pack.Law.Cite(point, conduct, talk.Local.Date).Citations,
            (point, citation) => new CitationUse(point, citation, talk.Pack.Law.Because(point, citation, conduct)))];
        HashSet<string> asked = [.. facts, .. law.Any(use => use.Because is CitedBecause.Conduct or CitedBecause.Straddles) ? Explaining.DateFacts : []];
        var answers = Provenance.Used(talk.Pack, talk.Now.Facts, new HashSet<string>(), asked, talk.Now.Language);
        talk.SayText(Parts(
            talk.Line("why.statement", ("today", talk.Words.Words(talk.Local.Date))),
            Answers(talk, "why.chosen", answers) is { Length: > 0 } chosen ? chosen : talk.Line("why.no-answers")));
        talk.SayText(WhyLaw.Words(talk, law, conduct));
    }

    private static string Answers(Talk talk, string line, IEnumerable<AnswerUse> answers) => string.Join(
        '\n', answers.Select(answer => talk.Line("why.line", ("label", answer.Label), ("value", answer.Words))))
        is { Length: > 0 } lines ? talk.Line(line, ("lines", lines)) : "";

    private static string Parts(params IEnumerable<string> parts) => string.Join("\n\n", parts.Where(part => part.Length > 0));
}
