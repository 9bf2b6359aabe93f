using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Letters;

/// <summary>Every name in a template must be one that a page has, and every value one that the fact can hold.</summary>
internal sealed class TemplateCheck(Pack pack, Action<string, string, int, string> report)
{
    public void Check(TemplateMark mark)
    {
        if (mark.Words is [] or ["else"])
        {
            return;
        }

        var (head, rest) = (mark.Words[0], mark.Words.Skip(1).ToList());
        var known = mark.Block ? LetterWords.Blocks : LetterWords.Inline;
        if (!known.Contains(head))
        {
            if (mark.Block || rest.Count > 0)
            {
                report(Codes.UnknownTemplateWord, mark.File, mark.Line, $"'{head}' is not one of {string.Join(", ", known)}");
            }
            else if (!LetterWords.Names.Contains(head))
            {
                Fact(head, mark.File, mark.Line);
            }
        }
        else if (head == "when")
        {
            Condition(rest is [var only] ? only.Trim('"') : "", mark);
        }
        else if (head is not ("number" or "item" or "one-of"))
        {
            Values(rest, mark);
        }
    }

    /// <summary>The facts of a condition and what it compares them with.</summary>
    public void Condition(Condition condition, string file, int line)
    {
        foreach (var fact in condition.Facts)
        {
            Fact(fact, file, line);
        }

        foreach (var (fact, value) in condition.Compared)
        {
            Value(fact, value, file, line);
        }
    }

    public void Fact(string name, string file, int line)
    {
        if (!pack.Facts.ContainsKey(name))
        {
            report(Codes.LetterUnknownFact, file, line, $"'{name}' is a fact that facts.yaml does not declare");
        }
    }

    private void Condition(string words, TemplateMark mark)
    {
        var (condition, fault) = ConditionReader.Read(words);
        if (condition is null)
        {
            report(Codes.BrokenCondition, mark.File, mark.Line, $"'{words}': {fault}");
        }
        else
        {
            Condition(condition, mark.File, mark.Line);
        }
    }

    private void Values(IReadOnlyList<string> words, TemplateMark mark)
    {
        if (words.Count == 0)
        {
            report(Codes.UnknownTemplateWord, mark.File, mark.Line, $"'{mark.Words[0]}' needs the name of a fact");
            return;
        }

        if (mark.Words[0] == "each-of" && LetterRows.Fields.ContainsKey(words[0]))
        {
            return;
        }

        Fact(words[0], mark.File, mark.Line);
        foreach (var value in words.Skip(1).Where(word => word.StartsWith('"')))
        {
            Value(words[0], value.Trim('"'), mark.File, mark.Line);
        }
    }

    private void Value(string fact, string value, string file, int line)
    {
        if (pack.Facts.TryGetValue(fact, out var declared) && declared.Choices.Count > 0 && !declared.Choices.Contains(value))
        {
            report(Codes.UnknownChoice, file, line, $"'{fact}' is never '{value}'");
        }
    }
}
