namespace ChatHelper.Core.Content;

/// <summary>Codes of letters (CH03) and of the law (CH04).</summary>
public static partial class Codes
{
    /// <summary>A letter, or a part of letters, has no text in a language.</summary>
    public const string LetterTextMissing = "CH0301";

    /// <summary>The text of a letter is no template that compiles.</summary>
    public const string BrokenTemplate = "CH0302";

    /// <summary>A letter names a fact that facts.yaml does not declare.</summary>
    public const string LetterUnknownFact = "CH0303";

    /// <summary>A letter cannot be written with some facts.</summary>
    public const string LetterDoesNotRender = "CH0304";

    /// <summary>A finished letter longer than its form allows.</summary>
    public const string LetterTooLong = "CH0305";

    /// <summary>A finished letter with a hole: empty brackets, doubled punctuation.</summary>
    public const string LetterHole = "CH0306";

    /// <summary>A letter whose last text has a condition, or a text that no facts can reach.</summary>
    public const string LetterVariantOrder = "CH0307";

    /// <summary>A word in double braces that is neither a fact nor a word templates know.</summary>
    public const string UnknownTemplateWord = "CH0308";

    /// <summary>A letter that claims what no fact and no evidence carries.</summary>
    public const string UncarriedClaim = "CH0310";

    /// <summary>Words that a letter never says.</summary>
    public const string ForbiddenWords = "CH0311";

    /// <summary>The names of a table's columns are more or fewer than its columns.</summary>
    public const string ColumnNames = "CH0320";

    /// <summary>A message says more than its level of disclosure allows.</summary>
    public const string SaysTooMuch = "CH0330";

    /// <summary>A reference to an article or a statute that the pack does not hold.</summary>
    public const string NoSuchArticle = "CH0401";

    /// <summary>Between two articles that follow each other some days are covered by neither.</summary>
    public const string LawGap = "CH0402";

    /// <summary>Two articles that should follow each other are in force on the same days.</summary>
    public const string LawOverlap = "CH0403";

    /// <summary>An article, or a number beside a statement, past the day by which it had to be read again.</summary>
    public const string LawPastReview = "CH0404";

    /// <summary>A legal point that no article carries.</summary>
    public const string PointWithoutArticle = "CH0405";

    /// <summary>An article marked verified whose text is missing.</summary>
    public const string VerifiedWithoutText = "CH0406";

    /// <summary>A text names a legal point that the pack does not have.</summary>
    public const string NoSuchPoint = "CH0407";

    /// <summary>Nothing that carries a legal point is in force today.</summary>
    public const string PointNotInForce = "CH0408";
}
