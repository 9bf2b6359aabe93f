namespace ChatHelper.Browser.Tests;

/// <summary>A theory that needs Debian's Chromium; without it the test says so and is counted as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}
