using System.Globalization;
using ChatHelper.Storage;

namespace ChatHelper.Audit;

/// <summary>How long the audit log is kept.</summary>
/// <param name="Years"><c>CHATHELPER_AUDIT_YEARS</c>: three when left out, as the law asks of records of how personal information is handled.</param>
internal sealed record AuditOptions(int Years)
{
    private const int Least = 3, Most = 30;

    public static AuditOptions Default { get; } = new(Least);

    /// <exception cref="StartFault">One line: setting, value, rule.</exception>
    public static AuditOptions Read(Func<string, string?> variable) => variable("CHATHELPER_AUDIT_YEARS")?.Trim() is not { Length: > 0 } years ? Default
        : int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= Least and <= Most ? new AuditOptions(number)
        : throw new StartFault($"CHATHELPER_AUDIT_YEARS is '{years}'; it must be a whole number from {Least} to {Most}.");
}
