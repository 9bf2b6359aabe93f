namespace ChatHelper.Core.Facts;

/// <summary>What we hold about one question: something said, or one of three silences that letters word differently.</summary>
public enum FactState
{
    /// <summary>Said by the person, not yet confirmed on the card.</summary>
    Stated,

    /// <summary>Said and confirmed on the card.</summary>
    Confirmed,

    /// <summary>The person does not know.</summary>
    Unknown,

    /// <summary>The person does not want to say, or skipped the question.</summary>
    Refused,

    /// <summary>The question does not apply to this person.</summary>
    NotApplicable,
}

/// <summary>One thing we hold.</summary>
/// <param name="State">Said, confirmed, or which silence.</param>
/// <param name="Raw">The person's own words; empty for a silence or a pressed button.</param>
/// <param name="Value">The normalised value in the canonical form of its kind (choice ids joined by commas, days as
/// <c>2026-11-11T21:00~21:59</c>, yuan as digits, …; see <see cref="Found"/>); empty for a silence.</param>
/// <param name="Precision">How exact the value is. <see cref="Precision.Ask"/> means that two readings are possible.</param>
public sealed record Fact(FactState State, string Raw, string Value, Precision Precision)
{
    /// <summary>A fact said in these words.</summary>
    public static Fact Said(string raw, string value, Precision precision = Precision.Exact) =>
        new(FactState.Stated, raw, value, precision);

    /// <summary>One of the three silences.</summary>
    public static Fact Silence(FactState state) => new(state, "", "", Precision.Exact);

    /// <summary>True when there is a value.</summary>
    public bool IsKnown => State is FactState.Stated or FactState.Confirmed;

    /// <summary>The choice ids or list entries of the value; empty for a silence.</summary>
    public IReadOnlyList<string> Entries => Value.Length == 0 ? [] : Value.Split(',');
}
