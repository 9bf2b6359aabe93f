using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Dialogs;

/// <summary>A question to the facts, written in words (<c>role is borrower and not (contacts-hit is only only-me)</c>);
/// the words stand in dialogs/README.md. Pure, and false for a fact that is not there unless it asks for silence.</summary>
public sealed class Condition
{
    private readonly Func<FactSheet, bool> _holds;

    internal Condition(string text, IReadOnlyList<string> facts, Func<FactSheet, bool> holds) =>
        (Text, Facts, _holds) = (text, facts, holds);

    /// <summary>As the author wrote it.</summary>
    public string Text { get; }

    /// <summary>Names of the facts it reads.</summary>
    public IReadOnlyList<string> Facts { get; }

    /// <summary>The comparisons it makes between a fact and a choice id, for the proof that both exist.</summary>
    public IReadOnlyList<(string Fact, string Value)> Compared { get; internal init; } = [];

    /// <summary>Whether it holds with these facts.</summary>
    public bool Holds(FactSheet facts) => _holds(facts);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
