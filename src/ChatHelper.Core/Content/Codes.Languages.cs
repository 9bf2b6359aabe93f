namespace ChatHelper.Core.Content;

// Codes of translations.
public static partial class Codes
{
    /// <summary>A translation names a statute otherwise than the source does.</summary>
    public const string StatuteRenamed = "CH0230";

    /// <summary>A translation lost or gained something that is filled in.</summary>
    public const string OtherPlaceholders = "CH0231";

    /// <summary>A translation of a line that the source does not have.</summary>
    public const string TranslationOfNothing = "CH0232";
}
