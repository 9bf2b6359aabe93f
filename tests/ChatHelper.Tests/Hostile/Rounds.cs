using System.Globalization;

namespace ChatHelper.Tests.Hostile;

/// <summary>How often a test repeats: seldom as a rule, and as often as <c>CHATHELPER_TEST_…</c> says on a long run. What is set
/// and no number ends the test: a long run that was in truth a short one would prove nothing.</summary>
internal static class Rounds
{
    public static int Of(string name, int usually) => Wished(name) switch
    {
        null => usually,
        0 => throw new InvalidOperationException($"CHATHELPER_TEST_{name}=0: at least 1"),
        { } wished => wished,
    };

    /// <summary>The number that is set; null: none is.</summary>
    public static int? Wished(string name) => Environment.GetEnvironmentVariable($"CHATHELPER_TEST_{name}") is not { } set ? null
        : int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var wished) ? wished
        : throw new InvalidOperationException($"CHATHELPER_TEST_{name}={set}: a whole number, in digits alone");
}
