using ChatHelper.Conversations;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>The language of the last answer to each of those who came lately, for what must be said when nothing can be read. In memory,
/// and bounded: the older half is forgotten at once.</summary>
internal sealed class LastLanguages(int most = 20_000)
{
    private readonly Lock _lock = new();
    private Dictionary<Address, string> _lately = [];
    private Dictionary<Address, string> _before = [];

    public void Note(Address address, string language)
    {
        lock (_lock)
        {
            if (_lately.Count >= most / 2)
            {
                (_before, _lately) = (_lately, []);
            }

            _lately[address] = language;
        }
    }

    /// <returns>Null: not known.</returns>
    public string? Of(Address address)
    {
        lock (_lock)
        {
            return _lately.GetValueOrDefault(address) ?? _before.GetValueOrDefault(address);
        }
    }
}
