namespace ChatHelper.Core.Content;

/// <summary>A fault of content: what is wrong, where, and under which code the page with bad and good stands
/// (dialogs/README.md). Content faults are values, never exceptions: an author sees all of them at once.</summary>
/// <param name="Code">A code of <see cref="Codes"/>, such as <c>CH0103</c>.</param>
/// <param name="File">Path inside the pack, with forward slashes, such as <c>china/intake.dialog.yaml</c>.</param>
/// <param name="Line">Line in the file, from 1; 0 when the fault is of the file as a whole.</param>
/// <param name="Message">One sentence that names the thing and the rule.</param>
public sealed record Diagnostic(string Code, string File, int Line, string Message)
{
    /// <summary>One line as compilers print it: <c>file(line): CH0103: message</c>.</summary>
    public override string ToString() => $"{File}({Line}): {Code}: {Message}";
}
