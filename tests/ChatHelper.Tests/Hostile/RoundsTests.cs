namespace ChatHelper.Tests.Hostile;

public sealed class RoundsTests : IDisposable
{
    private const string Name = "ROUNDS_OF_NO_TEST", Variable = $"CHATHELPER_TEST_{Name}";

    [Fact]
    public void Nothing_set_is_the_usual_number() => Assert.Equal((7, null), (Rounds.Of(Name, 7), Rounds.Wished(Name)));

    [Fact]
    public void A_whole_number_is_taken()
    {
        Environment.SetEnvironmentVariable(Variable, "12000");
        Assert.Equal((12_000, 12_000), (Rounds.Of(Name, 7), Rounds.Wished(Name)));
    }

    [Theory]
    [InlineData("1k")]
    [InlineData("1,000")]
    [InlineData("-1")]
    [InlineData("1e6")]
    [InlineData(" 5")]
    [InlineData("99999999999")]
    [InlineData("0")]
    public void Anything_else_ends_the_test_and_names_the_variable(string set)
    {
        Environment.SetEnvironmentVariable(Variable, set);
        Assert.StartsWith($"{Variable}={set}: ", Assert.Throws<InvalidOperationException>(() => Rounds.Of(Name, 7)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, null);
}
