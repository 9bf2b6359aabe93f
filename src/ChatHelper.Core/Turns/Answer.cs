using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Turns;

/// <summary>What an Incoming means at the current step.</summary>
public abstract record Answer
{
    /// <summary>A value for the fact that the step asks for.</summary>
    public sealed record Given(Fact Fact) : Answer;

    /// <summary>Choices of a menu or of the confirm card.</summary>
    public sealed record Chosen(Choice Choice) : Answer;

    /// <summary>Nothing that this step can take.</summary>
    public sealed record NotUnderstood : Answer;
}
