namespace ChatHelper.Fakes.WeChat;

/// <summary>Something that goes wrong with a call.</summary>
/// <param name="Path">Such as <c>/cgi-bin/message/custom/send</c>.</param>
public sealed record ApiFault(string Path)
{
    /// <summary>How often; by default once.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Waits first; real time.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Answers with this errcode, and does nothing.</summary>
    public int? Code { get; init; }

    /// <summary>The errmsg of <see cref="Code"/>.</summary>
    public string Message { get; init; } = "injected";

    /// <summary>Answers with this status and no body, and does nothing.</summary>
    public int? Status { get; init; }

    /// <summary>Where to <see cref="Status"/> 302 points.</summary>
    public string? Location { get; init; }

    /// <summary>Cuts the connection before anything was done.</summary>
    public bool DropsBefore { get; init; }

    /// <summary>Does it, and cuts the connection instead of answering.</summary>
    public bool DropsAfter { get; init; }

    /// <summary>Answers with this text instead.</summary>
    public string? Body { get; init; }
}

/// <summary>The faults that stand.</summary>
public sealed class ApiFaults
{
    private readonly Lock _gate = new();
    private readonly List<ApiFault> _faults = [];

    internal ApiFaults()
    {
    }

    public void Add(ApiFault fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    internal ApiFault? Strike(string path)
    {
        lock (_gate)
        {
            var at = _faults.FindIndex(fault => fault.Path == path);
            if (at < 0)
            {
                return null;
            }

            var fault = _faults[at];
            _faults[at] = fault with { Times = fault.Times - 1 };
            _faults.RemoveAll(one => one.Times <= 0);
            return fault;
        }
    }
}
