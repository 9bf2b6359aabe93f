using System.Globalization;
using System.Text;

namespace ChatHelper.Core.Turns;

/// <summary>A step's short name for buttons, which have 64 bytes for version, step and choice (contracts.md T16).</summary>
public static class StepCode
{
    /// <summary>Eight hexadecimal digits made from the full id (FNV-1a). Two steps of a pack with one code are a
    /// diagnostic, so the code is as good as the id.</summary>
    public static string Of(string step)
    {
        var hash = 2166136261u;
        foreach (var value in Encoding.UTF8.GetBytes(step))
        {
            hash = (hash ^ value) * 16777619u;
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
