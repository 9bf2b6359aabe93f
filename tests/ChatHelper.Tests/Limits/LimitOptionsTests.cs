using ChatHelper.Limits;
using ChatHelper.Storage;

namespace ChatHelper.Tests.Limits;

public sealed class LimitOptionsTests
{
    [Fact]
    public void Settings_are_read()
    {
        var set = new Dictionary<string, string?> { ["CHATHELPER_LIMIT_FILES"] = "50", ["CHATHELPER_LIMIT_FILE_MB"] = "2048" };

        Assert.Equal((50, 2048L << 20), (LimitOptions.Read(set.GetValueOrDefault).Files, LimitOptions.Read(set.GetValueOrDefault).FileBytes));
        Assert.Equal((200, 300L << 20), (LimitOptions.Read(_ => null).Files, LimitOptions.Read(_ => null).FileBytes));
        Assert.Same(LimitOptions.None, LimitOptions.Read(name => name == "CHATHELPER_LIMITS" ? "0" : null));
    }

    [Theory]
    [InlineData("CHATHELPER_LIMITS", "off")]
    [InlineData("CHATHELPER_LIMIT_FILES", "-1")]
    [InlineData("CHATHELPER_LIMIT_FILE_MB", "many")]
    public void A_wrong_value_is_one_line_that_names_it(string name, string value) =>
        Assert.StartsWith($"{name}={value}: ", Assert.Throws<StartFault>(() => LimitOptions.Read(asked => asked == name ? value : null)).Message);
}
