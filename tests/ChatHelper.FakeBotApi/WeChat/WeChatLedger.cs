namespace ChatHelper.Fakes.WeChat;

/// <summary>How words came to a person.</summary>
public enum Road
{
    /// <summary>As the answer to what they did.</summary>
    Passive,

    /// <summary>As a customer-service message.</summary>
    Pushed,

    /// <summary>The platform itself says that the account does not work.</summary>
    Platform,
}

/// <summary>Something a person saw.</summary>
public sealed record Seen(string OpenId, string Text, Road Road, DateTimeOffset At);

/// <summary>A call of the API.</summary>
/// <param name="Code">errcode, 0 for success.</param>
public sealed record Called(string Path, int Code, string OpenId);

/// <summary>Everything people saw and everything that was called, in order.</summary>
public sealed class WeChatLedger
{
    private readonly Lock _gate = new();
    private readonly List<Seen> _seen = [];
    private readonly List<Called> _calls = [];
    private readonly List<Round> _rounds = [];
    private readonly Dictionary<string, List<string>> _texts = new(StringComparer.Ordinal);

    internal WeChatLedger()
    {
    }

    public IReadOnlyList<Seen> Seen => Copy(_seen);

    public IReadOnlyList<Called> Calls => Copy(_calls);

    public IReadOnlyList<Round> Rounds => Copy(_rounds);

    /// <summary>What one person saw, in order.</summary>
    public IReadOnlyList<string> Texts(string openId)
    {
        lock (_gate)
        {
            return [.. _texts.GetValueOrDefault(openId) ?? []];
        }
    }

    /// <summary>How often something was called.</summary>
    public int Count(string path) => Calls.Count(call => call.Path == path);

    internal void Add(Seen seen)
    {
        lock (_gate)
        {
            _seen.Add(seen);
            (_texts.TryGetValue(seen.OpenId, out var texts) ? texts : _texts[seen.OpenId] = []).Add(seen.Text);
        }
    }

    internal void Add(Called call) => Add(_calls, call);

    internal void Add(Round round) => Add(_rounds, round);

    private void Add<T>(List<T> list, T one)
    {
        lock (_gate)
        {
            list.Add(one);
        }
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }
}
