using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ChatHelper.Core.Facts;

/// <summary>A person's facts by name. Immutable: a change gives a new sheet; the old one stays as it was, so that a
/// turn that is not committed leaves nothing behind.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A sheet is the field's word.")]
public sealed class FactSheet : IReadOnlyCollection<KeyValuePair<string, Fact>>
{
    private readonly Dictionary<string, Fact> _facts;

    private FactSheet(Dictionary<string, Fact> facts) => _facts = facts;

    /// <summary>A sheet without facts.</summary>
    public static FactSheet Empty { get; } = new([]);

    /// <summary>How many facts there are, silences included.</summary>
    public int Count => _facts.Count;

    /// <summary>The fact of that name, or null when the question is still open.</summary>
    public Fact? this[string name] => _facts.GetValueOrDefault(name);

    /// <summary>A sheet of these facts; a later pair of the same name wins.</summary>
    public static FactSheet Of(IEnumerable<KeyValuePair<string, Fact>> facts)
    {
        var sheet = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var (name, fact) in facts)
        {
            sheet[name] = fact;
        }

        return new FactSheet(sheet);
    }

    /// <summary>This sheet with the fact put in place of any earlier one.</summary>
    public FactSheet With(string name, Fact fact) =>
        new(new Dictionary<string, Fact>(_facts, StringComparer.Ordinal) { [name] = fact });

    /// <summary>This sheet without the fact.</summary>
    public FactSheet Without(string name)
    {
        if (!_facts.ContainsKey(name))
        {
            return this;
        }

        var rest = new Dictionary<string, Fact>(_facts, StringComparer.Ordinal);
        rest.Remove(name);
        return new FactSheet(rest);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Fact>> GetEnumerator() => _facts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
