using System.Globalization;

namespace ChatHelper.Tests.Hostile;

/// <summary>How often a test repeats: seldom as a rule, and as often as <c>CHATHELPER_TEST_…</c> says on a long run.</summary>
internal static class Rounds
{
    public static int Of(string name, int usually) =>
        int.TryParse(Environment.GetEnvironmentVariable($"CHATHELPER_TEST_{name}"), NumberStyles.None, CultureInfo.InvariantCulture, out var wished) ? wished : usually;
}
