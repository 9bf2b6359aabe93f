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

    /// <summary>A word of reading.yaml without the value its section asks for.</summary>
    public const string ReadingValue = "CH0601";

    /// <summary>A word of reading.yaml with two meanings in one section, such as a relation word in two groups.</summary>
    public const string ReadingTwice = "CH0602";

    /// <summary>A repair that changes nothing, stands twice, or whose result would be repaired again.</summary>
    public const string RepairOfNothing = "CH0603";

    /// <summary>A festival without a date, or with both a fixed one and one for each year.</summary>
    public const string FestivalDate = "CH0604";
}
