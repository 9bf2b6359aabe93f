namespace ChatHelper.Browser.Tests;

/// <summary>A test that needs Debian's Chromium; without it the test says so and is counted as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (!File.Exists(Chromium))
        {
            Skip = $"{Chromium} is missing: apt-get install chromium fonts-noto-cjk";
        }
    }
}
