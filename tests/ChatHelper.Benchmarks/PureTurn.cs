using BenchmarkDotNet.Attributes;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Benchmarks;

/// <summary>One turn without any IO: an answer by button, by number, and in words.</summary>
[MemoryDiagnoser]
public class PureTurn
{
    private static readonly Moment Now = new(Instant.FromUtc(2026, 11, 18, 12, 30));
    private Decider _eight = null!;
    private Decider _china = null!;
    private Conversation _asked = null!;
    private Conversation _middle = null!;

    [GlobalSetup]
    public void Setup()
    {
        _eight = new Decider(MeasuredPack.Eight());
        _china = new Decider(MeasuredPack.China());
        _asked = _eight.Begin();
        foreach (var word in new[] { "你好", "1", "1", "2", "3", "1" })
        {
            _asked = _eight.Decide(_asked, new Said("bench", "k", word), Now).Next;
        }

        _middle = _china.Begin();
        foreach (var word in new[] { "在吗 被爆通讯录了怎么办啊", "3", "1", "3" })
        {
            _middle = _china.Decide(_middle, new Said("bench", "k", word), Now).Next;
        }
    }

    [Benchmark]
    public Turn Eight_by_button() => _eight.Decide(_asked, new Pressed("bench", "k", _asked.Version, _asked.At, ["b"]), Now);

    [Benchmark]
    public Turn Eight_by_number() => _eight.Decide(_asked, new Said("bench", "k", "2"), Now);

    [Benchmark]
    public Turn China_in_words() => _china.Decide(_middle, new Said("bench", "k", "上周三晚上九点多开始的，我姐先接到的，然后我大学室友"), Now);
}
