namespace ChatHelper.Browser.Tests.Contacts;

/// <summary>A test that needs Chromium and Debian's 7-Zip; without them the test says so and is counted as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SevenZipFactAttribute : FactAttribute
{
    public const string Program = "/usr/bin/7z";

    public SevenZipFactAttribute()
    {
        if (!File.Exists(Program) || !File.Exists(BrowserFactAttribute.Chromium))
        {
            Skip = $"{Program} or {BrowserFactAttribute.Chromium} is missing: apt-get install p7zip-full chromium";
        }
    }
}
