using System.Text.RegularExpressions;

namespace ChatHelper.Tests.Rules;

public sealed class SourceRules
{
    [Fact]
    public void No_source_file_is_longer_than_250_lines() =>
        Assert.Empty(Checkout.Sources("src").Where(path => File.ReadLines(path).Count() > 250).Select(Checkout.Name));

    [Fact]
    public void Half_of_the_source_files_are_no_longer_than_about_sixty_lines()
    {
        var lengths = Checkout.Sources("src").Select(path => File.ReadLines(path).Count()).Order().ToList();

        Assert.InRange(lengths[lengths.Count / 2], 1, 70);
    }

    [Fact]
    public void No_file_name_explains_nothing() =>
        Assert.DoesNotContain(Checkout.Sources("src").Select(Checkout.Name), name => !name.Contains("standins") && Matches(name, "(Manager|Helper|Utils?|Common|Misc|Service|Info)\\.cs$"));

    [Fact]
    public void No_Chinese_stands_in_the_source()
    {
        var found = Checkout.Sources("src").Where(path => File.ReadAllText(path).Any(sign => sign is >= '\u4e00' and <= '\u9fff'));

        Assert.Empty(found.Select(Checkout.Name));
    }

    [Fact]
    public void No_two_lines_of_the_log_have_the_same_number()
    {
        var numbers = Checkout.Sources("src").SelectMany(path => Regex.Matches(File.ReadAllText(path), "LoggerMessage\\([0-9]+", RegexOptions.NonBacktracking))
            .Select(match => match.Value).ToList();

        Assert.Empty(numbers.GroupBy(number => number).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.True(numbers.Count > 30, $"{numbers.Count}");
    }

    [Fact]
    public void Telegram_stays_in_its_channel() =>
        Assert.Empty(Checkout.Sources("src/ChatHelper").Concat(Checkout.Sources("src/ChatHelper.Core"))
            .Where(path => !path.Contains("/Channels/Telegram/") && File.ReadAllText(path).Contains("using Telegram.Bot", StringComparison.Ordinal))
            .Select(Checkout.Name));

    [Fact]
    public void Sql_stands_in_stores_and_below_storage()
    {
        var sql = Pattern("(INSERT INTO|DELETE FROM|UPDATE \\w+ SET|SELECT .+ FROM)");
        var found = Checkout.Sources("src/ChatHelper")
            .Where(path => !path.EndsWith("Store.cs", StringComparison.Ordinal) && !path.Contains("/Storage/") && sql.IsMatch(File.ReadAllText(path)));

        Assert.Empty(found.Select(Checkout.Name));
    }

    [Fact]
    public void Core_uses_only_what_it_may()
    {
        var allowed = new[] { "System", "netstandard", "mscorlib", "Stateless", "NodaTime", "YamlDotNet", "Handlebars" };
        var used = typeof(ChatHelper.Core.Content.Node).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.DoesNotContain(used, name => !Array.Exists(allowed, start => name.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_interface_has_two_implementations_in_the_source()
    {
        var texts = Checkout.Sources("src").Where(path => !path.Contains("/standins/")).ToDictionary(Checkout.Name, File.ReadAllText);
        var lonely = texts.Values.SelectMany(text => Pattern("(?<!\\w)interface (I[A-Z]\\w+)").Matches(text).Select(match => match.Groups[1].Value))
            .Where(name => texts.Values.Count(text => Matches(text, $"(class|record|struct) [^{{;]*[:,]\\s*[^{{;]*\\b{name}\\b")) < 2);

        Assert.Empty(lonely);
    }

    [Fact]
    public void Nothing_is_left_to_do_in_the_source() =>
        Assert.Empty(Checkout.Sources("src").Where(path => Matches(File.ReadAllText(path), "TODO|FIXME|NotImplementedException")).Select(Checkout.Name));

    [Fact]
    public void Every_package_version_is_exact()
    {
        var versions = Pattern("Version=\"([^\"]+)\"").Matches(File.ReadAllText(Path.Combine(Checkout.Root, "src/Directory.Packages.props")));

        Assert.All(versions, version => Assert.Matches("^[0-9]+(\\.[0-9]+)+$", version.Groups[1].Value));
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(5));

    private static bool Matches(string text, string pattern) => Pattern(pattern).IsMatch(text);
}
