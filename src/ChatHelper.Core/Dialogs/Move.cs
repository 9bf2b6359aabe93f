namespace ChatHelper.Core.Dialogs;

/// <summary>What can move a conversation from a step: the triggers of the machine.</summary>
public enum Move
{
    /// <summary>The step is answered, said or passed over: follow its <c>next</c>.</summary>
    On,

    /// <summary>To the first blank that the letter in hand still needs.</summary>
    FirstBlank,

    /// <summary>To the question answered before this one.</summary>
    Back,

    /// <summary>Any-time words; each leads to the first step of the dialog that <c>pack.yaml</c> names for it.</summary>
    Change,

    /// <summary>Stop for now.</summary>
    Pause,

    /// <summary>Erase everything held about the person.</summary>
    Erase,

    /// <summary>Ask for a human.</summary>
    Human,

    /// <summary>The short emergency card.</summary>
    Urgent,

    /// <summary>Another language.</summary>
    Language,

    /// <summary>What can be said at any time.</summary>
    Help,
}
