using BenchmarkDotNet.Attributes;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Benchmarks;

/// <summary>One turn of the eight questions without any IO: an answer by button and by number.</summary>
[MemoryDiagnoser]
public class PureTurn
{
    private Decider _decider = null!;
    private Conversation _asked = null!;

    [GlobalSetup]
    public void Setup() => (_decider, _asked) = Prepared.After(MeasuredPack.Eight(), "1", "1", "1", "2", "3", "1");

    [Benchmark]
    public Turn By_button() => _decider.Decide(_asked, new Pressed("bench", "k", _asked.Version, _asked.At, ["b"]), Prepared.Now);

    [Benchmark]
    public Turn By_number() => _decider.Decide(_asked, new Said("bench", "k", "2"), Prepared.Now);
}

/// <summary>One turn of the real pack in the words people use.</summary>
[MemoryDiagnoser]
public class PureTurnOfChina
{
    private Decider _decider = null!;
    private Conversation _asked = null!;

    [GlobalSetup]
    public void Setup() => (_decider, _asked) = Prepared.After(MeasuredPack.China(), "在吗 被爆通讯录了怎么办啊", "3", "1", "3");

    [Benchmark]
    public Turn In_words() => _decider.Decide(_asked, new Said("bench", "k", "上周三晚上九点多开始的，我姐先接到的，然后我大学室友"), Prepared.Now);
}

internal static class Prepared
{
    public static Moment Now { get; } = new(Instant.FromUtc(2026, 11, 18, 12, 30));

    public static (Decider Decider, Conversation Asked) After(Pack pack, params string[] said)
    {
        var decider = new Decider(pack);
        var conversation = decider.Begin();
        foreach (var word in said)
        {
            conversation = decider.Decide(conversation, new Said("bench", "k", word), Now).Next;
        }

        return (decider, conversation);
    }
}
