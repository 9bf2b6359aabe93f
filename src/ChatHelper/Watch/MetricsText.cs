using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace ChatHelper.Watch;

/// <summary>Everything counted since the start, in the text form of Prometheus.</summary>
internal sealed class MetricsText : IDisposable
{
    private readonly SortedDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<(Instrument, string), long> _values = [];
    private readonly Lock _lock = new();
    private readonly MeterListener _listener = new();

    public MetricsText(Meters meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == meters.All)
            {
                _instruments[instrument.Name] = instrument;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.Start();
    }

    /// <summary>Names of all, in order.</summary>
    public IReadOnlyList<string> Names => [.. _instruments.Keys];

    public override string ToString()
    {
        var text = new StringBuilder();
        lock (_lock)
        {
            _listener.RecordObservableInstruments();
            foreach (var (name, instrument) in _instruments)
            {
                text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description}\n# TYPE {name} {(Adds(instrument) || instrument is ObservableCounter<long> ? "counter" : "gauge")}\n");
                foreach (var ((_, labels), value) in _values.Where(one => one.Key.Item1 == instrument).OrderBy(one => one.Key.Item2, StringComparer.Ordinal))
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {value}\n");
                }
            }
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var key = (instrument, labels is [var label] ? $"{{{label.Key}=\"{label.Value}\"}}" : "");
        lock (_lock)
        {
            _values[key] = Adds(instrument) ? _values.GetValueOrDefault(key) + value : value;
        }
    }

    private static bool Adds(Instrument instrument) => instrument is Counter<long>;
}
