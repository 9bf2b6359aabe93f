using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Dialogs;

/// <summary>What a step does.</summary>
public enum StepKind
{
    /// <summary>Asks for one of its choices.</summary>
    One,

    /// <summary>Asks for any number of its choices.</summary>
    Many,

    /// <summary>Asks for free words.</summary>
    Text,

    /// <summary>Asks for a day or time.</summary>
    When,

    /// <summary>Asks for an amount of money.</summary>
    Amount,

    /// <summary>Asks for telephone numbers or accounts.</summary>
    Phone,

    /// <summary>Asks for a number of times or days.</summary>
    Count,

    /// <summary>Asks for a file.</summary>
    File,

    /// <summary>A place to choose what to do next; stores no fact and is never answered for good.</summary>
    Menu,

    /// <summary>Shows the card of all facts and asks whether it is right.</summary>
    Confirm,

    /// <summary>Says something in passing.</summary>
    Tell,

    /// <summary>Hands out a letter in passing.</summary>
    Offer,

    /// <summary>Lets the worker do something in passing (schedule, hand over, erase).</summary>
    Do,
}

/// <summary>One place in a dialog. Its question is the line of its id; a choice's text the line <c>id/choice</c>.</summary>
/// <param name="Id">Full id, <c>dialog.step</c>.</param>
/// <param name="Dialog">Id of its dialog.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Fact">The fact it fills; null for menus, tells, offers and deeds.</param>
/// <param name="Choices">Choices of One, Many, Menu and Confirm, or the parts of a tell that says only what fits, in order.</param>
/// <param name="If">The step is passed over while this does not hold; null: always asked.</param>
/// <param name="Nexts">Where to go then, first that holds; the last has no condition.</param>
/// <param name="Word">What a deed does, which letter is offered, or which explanation is told; null for others.</param>
/// <param name="File">File of the pack it stands in.</param>
/// <param name="Line">Line in that file.</param>
public sealed record Step(
    string Id,
    string Dialog,
    StepKind Kind,
    string? Fact,
    IReadOnlyList<Choice> Choices,
    Condition? If,
    IReadOnlyList<Next> Nexts,
    string? Word,
    string File,
    int Line)
{
    /// <summary>A question that gives way: who tells something else instead is not asked again.</summary>
    public bool Yields { get; init; }

    /// <summary>True for steps that wait for a person's word.</summary>
    public bool Waits => Kind is not (StepKind.Tell or StepKind.Offer or StepKind.Do);

    /// <summary>True for steps that are answered by picking.</summary>
    public bool Picks => Kind is StepKind.One or StepKind.Many or StepKind.Menu or StepKind.Confirm;

    /// <summary>Those choices that are shown with these facts.</summary>
    public IEnumerable<Choice> Shown(FactSheet facts) => Choices.Where(choice => choice.If?.Holds(facts) ?? true);
}

/// <summary>One answer that can be picked.</summary>
/// <param name="Id">Stored value, such as <c>family</c>.</param>
/// <param name="If">Shown only while this holds; null: always.</param>
/// <param name="Call">Dialog that a menu choice starts; null otherwise.</param>
/// <param name="Letter">Letter that a menu choice starts; null otherwise.</param>
/// <param name="Command">Any-time command that the choice stands for; null otherwise.</param>
public sealed record Choice(string Id, Condition? If = null, string? Call = null, string? Letter = null, string? Command = null)
{
    /// <summary>Short answer that a menu choice gives, staying in the menu; the choice then has its name and its title.</summary>
    public string? Faq { get; init; }
}

/// <summary>Where a step leads.</summary>
/// <param name="If">Condition; null: otherwise.</param>
/// <param name="Go">Full id of a step, or <see cref="End"/>.</param>
public sealed record Next(Condition? If, string Go)
{
    /// <summary>The word that ends a dialog.</summary>
    public const string End = "end";
}

/// <summary>A tree of steps.</summary>
/// <param name="Id">Its name, such as <c>intake</c>.</param>
/// <param name="Fresh">Its facts are asked anew each time it is started (a reminder's day, a request's words), even of a person who wishes no more questions about the rest: starting it is the wish.</param>
/// <param name="Steps">Its steps in file order; the first is its start.</param>
public sealed record Dialog(string Id, bool Fresh, IReadOnlyList<Step> Steps);
