using ChatHelper.Core.Consents;
using ChatHelper.Storage;

namespace ChatHelper;

/// <summary>Who runs this service, for the notice: <c>OPERATOR_NAME</c> and <c>OPERATOR_CONTACT</c>.</summary>
internal static class OperatorOptions
{
    private const int Longest = 100;

    /// <summary>Null where neither is set: the notice then takes what the pack says, or says that nobody has said.</summary>
    public static Operator? Read(Func<string, string?> variable)
    {
        var (name, contact) = (One("OPERATOR_NAME", variable), One("OPERATOR_CONTACT", variable));
        return name.Length + contact.Length == 0 ? null : new Operator(name, contact);
    }

    private static string One(string name, Func<string, string?> variable)
    {
        var value = variable(name)?.Trim() ?? "";
        return value.Length <= Longest && !value.Any(char.IsControl)
            ? value
            : throw new StartFault($"{name} is '{value.ReplaceLineEndings(" ")}'; it must be one line of at most {Longest} characters, as people read it in the notice.");
    }
}
