namespace ChatHelper.Core.Content;

/// <summary>Every diagnostic code, once. dialogs/README.md has a section per code with a bad and a good example, and
/// <c>tests/broken-packs</c> a pack per code that must raise it; tests hold the three together.</summary>
public static class Codes
{
    /// <summary>The file is not YAML.</summary>
    public const string BrokenYaml = "CH0001";

    /// <summary>A value has another shape than its key asks for.</summary>
    public const string WrongShape = "CH0002";

    /// <summary>A key that nobody reads, usually misspelt.</summary>
    public const string UnknownKey = "CH0003";

    /// <summary>A key that must be there is not.</summary>
    public const string MissingKey = "CH0004";

    /// <summary>The same id stands twice.</summary>
    public const string Duplicate = "CH0005";

    /// <summary>A word where only certain words are allowed.</summary>
    public const string UnknownWord = "CH0006";

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
