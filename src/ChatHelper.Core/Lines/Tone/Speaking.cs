namespace ChatHelper.Core.Lines.Tone;

/// <summary>Who hears a text, and when: each takes in another amount.</summary>
public enum Speaking
{
    /// <summary>A question.</summary>
    Ask,

    /// <summary>Anything else that is said or shown.</summary>
    Tell,

    /// <summary>Said to somebody whose life may be in danger.</summary>
    Crisis,

    /// <summary>The text of a letter, a line of it at a time.</summary>
    Letter,
}
