namespace ChatHelper.Core.Content;

// Codes of the notice, of consents and of how long things are kept.
public static partial class Codes
{
    /// <summary>The notice does not tell something that it must.</summary>
    public const string NoticeIncomplete = "CH0901";

    /// <summary>A dialog that runs without consent asks for what may be kept only with one.</summary>
    public const string AskedBeforeConsent = "CH0902";

    /// <summary>The choices of how long a talk is kept do not fit each other.</summary>
    public const string KeepsChoices = "CH0903";

    /// <summary>A right that no word claims.</summary>
    public const string RightWithoutWord = "CH0904";
}
