using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Diary;

/// <summary>An entry of a pasted list while its lines come in.</summary>
internal sealed class PendingEntry(string first, string caller)
{
    private LogWord? _way;
    private int? _seconds;
    private int _times = 1, _second;
    private Precision _precision;

    public string Caller { get; private set; } = caller;

    public string At { get; private set; } = "";

    public string Words { get; private set; } = "";

    public bool IsCall => _way is not (null or LogWord.Sms or LogWord.Received);

    public void Add(LogLine line, string? number, string? at = null)
    {
        Caller = number ?? Caller;
        if (at is { Length: > 0 })
        {
            (At, _precision, _second) = (at, line.Time!.Value.Precision, line.Time.Value.Seconds);
        }

        _way = line.Way ?? _way;
        _seconds = line.Seconds ?? _seconds;
        _times = Math.Max(_times, line.Times);
    }

    public void Say(string words) => Words = Words.Length == 0 ? words : $"{Words}\n{words}";

    public void Into(LogMaking making)
    {
        if (_way is LogWord.Outgoing or LogWord.Sent)
        {
            making.AddOutgoing();
            return;
        }

        // A number alone tells of no call.
        if (At.Length == 0 && Words.Length == 0 && _way is null && _seconds is null)
        {
            making.AddUnread(first);
            return;
        }

        var means = Words.Length > 0 || _way is LogWord.Sms or LogWord.Received ? "sms" : "call";
        var entry = new DiaryEntry(0, At, means, "")
        {
            Precision = _precision, Caller = Caller, Words = Words, Seconds = means == "sms" ? null : _way == LogWord.Missed ? 0 : _seconds,
        };
        making.Add(entry, $"{Caller} {At} {_second} {means} {entry.Seconds} {Words}");

        // Several calls behind one line: only the last has its hour, of the others the day is known at most.
        var day = DiaryTime.Of(At).Day is { } known ? $"{known:uuuu-MM-dd}" : "";
        for (var more = 1; more < _times; more++)
        {
            making.Add(entry with { At = day, Precision = Precision.About, Words = "" }, $"{Caller} {At} {_second} {means} {Words} +{more}");
        }
    }
}
