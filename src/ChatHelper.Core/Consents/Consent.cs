namespace ChatHelper.Core.Consents;

/// <summary>What a person answered to one request for consent.</summary>
public enum ConsentAnswer
{
    /// <summary>Agreed.</summary>
    Given,

    /// <summary>Asked and declined, or skipped.</summary>
    Refused,

    /// <summary>Given earlier and taken back.</summary>
    Withdrawn,

    /// <summary>Neither yes nor no: what is told waits, and is dropped after <see cref="Unkept.Hours"/> hours.</summary>
    Later,

    /// <summary>Too young to agree alone: nothing is kept and nothing more is asked.</summary>
    Guardian,
}

/// <summary>One row of the consent ledger. Part of the conversation, erased with it; holds no word of the person.</summary>
/// <param name="Kind">One of <see cref="Consenting.Kinds"/>.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Notice">Version of the notice that was in force (<see cref="Notice.Version"/>).</param>
/// <param name="At">When, UTC.</param>
/// <param name="Channel">Channel on which it was answered, such as <c>telegram</c>.</param>
public sealed record Consent(string Kind, ConsentAnswer Answer, string Notice, DateTimeOffset At, string Channel)
{
    /// <summary>Who receives what is passed on, in the words the person was shown; empty for other kinds.</summary>
    public string To { get; init; } = "";
}
