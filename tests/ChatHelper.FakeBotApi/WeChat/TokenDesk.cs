using System.Security.Cryptography;

namespace ChatHelper.Fakes.WeChat;

/// <summary>stable_token: the same token until less than 5 minutes remain; force_refresh ends the old one at once.</summary>
public sealed class TokenDesk
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(7200);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly List<DateTimeOffset> _forced = [];
    private readonly List<string> _all = [];
    private string? _newest;
    private string? _spoilt;

    internal TokenDesk(TimeProvider clock) => _clock = clock;

    /// <summary>Tokens handed out so far that differ.</summary>
    public int Made { get; private set; }

    /// <summary>Every token so far, for searching logs.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>Somebody else made all tokens invalid; the next one asked for is new.</summary>
    public void Revoke()
    {
        lock (_gate)
        {
            _tokens.Clear();
            _newest = null;
        }
    }

    /// <summary>The newest token is refused from now on, and still handed out to who does not force a new one.</summary>
    public void Spoil()
    {
        lock (_gate)
        {
            _tokens.Remove(_newest ?? "");
            _spoilt = _newest;
        }
    }

    internal (int Code, string Token, int Seconds) Ask(bool force)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            if (!force && _newest is not null && _newest == _spoilt)
            {
                return (0, _newest, 7000);
            }

            if (force)
            {
                if (_forced.Count > 0 && now - _forced[^1] < TimeSpan.FromSeconds(30))
                {
                    return (45011, "", 0);
                }

                if (_forced.Count(at => at > now.AddDays(-1)) >= 20)
                {
                    return (45009, "", 0);
                }

                _forced.Add(now);
                _tokens.Clear();
                _newest = null;
            }

            if (_newest is null || _tokens[_newest] - now < Overlap)
            {
                _newest = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(256)); // 512 characters: they may become that long
                _tokens[_newest] = now + Life;
                _all.Add(_newest);
                Made++;
            }

            return (0, _newest, (int)(_tokens[_newest] - now).TotalSeconds);
        }
    }

    /// <summary>0, 40001 or 42001.</summary>
    internal int Check(string token)
    {
        lock (_gate)
        {
            return token.Length == 0 ? 41001
                : !_tokens.TryGetValue(token, out var until) ? 40001
                : until <= _clock.GetUtcNow() ? 42001 : 0;
        }
    }
}
