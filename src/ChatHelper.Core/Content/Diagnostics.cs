namespace ChatHelper.Core.Content;

/// <summary>Collects the faults found while reading or proving a pack, in the order found.</summary>
public sealed class Diagnostics
{
    private readonly List<Diagnostic> _found = [];

    /// <summary>All faults so far.</summary>
    public IReadOnlyList<Diagnostic> Found => _found;

    /// <summary>True while nothing is wrong.</summary>
    public bool None => _found.Count == 0;

    /// <summary>Adds a fault.</summary>
    public void Report(string code, string file, int line, string message) =>
        _found.Add(new Diagnostic(code, file, line, message));
}
