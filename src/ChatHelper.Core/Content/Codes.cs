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

    /// <summary>A tier that does not exist.</summary>
    public const string UnknownTier = "CH0501";

    /// <summary>A crisis pattern that does not compile without backtracking.</summary>
    public const string BrokenPattern = "CH0502";

    /// <summary>A tier to which nothing is answered.</summary>
    public const string TierWithoutResponse = "CH0503";

    /// <summary>A line names a number that crisis.yaml does not have.</summary>
    public const string NumberMissing = "CH0504";

    /// <summary>A number that helps was not checked again in time.</summary>
    public const string NumberPastReview = "CH0505";

    /// <summary>A cue that nobody listens for, or that the rules need and the pack does not have.</summary>
    public const string UnknownCue = "CH0506";
}
