using System.Diagnostics;
using System.Text.Json;

namespace ChatHelper.Fakes.Load;

/// <summary>One person who pours: so many messages a second, whatever the bot does.</summary>
public sealed class Flood
{
    private readonly World _world;
    private volatile bool _stopped;
    private long _said;
    private long _heard;

    internal Flood(World world, long chatId, int perSecond, string text)
    {
        _world = world;
        _world.Chats.Open(chatId).Heard = _ => Interlocked.Increment(ref _heard);
        if (perSecond > 0)
        {
            _ = Task.Run(() => PourAsync(chatId, perSecond, text));
        }
    }

    /// <summary>Messages so far.</summary>
    public long Said => Interlocked.Read(ref _said);

    /// <summary>Messages and edits of the bot to this person.</summary>
    public long Heard => Interlocked.Read(ref _heard);

    /// <summary>Nothing more is said; what the bot answers still counts.</summary>
    public void Stop() => _stopped = true;

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("flood"u8);
        json.WriteNumber("said"u8, Said);
        json.WriteNumber("heard"u8, Heard);
        json.WriteEndObject();
    }

    private async Task PourAsync(long chatId, int perSecond, string text)
    {
        var began = Stopwatch.GetTimestamp();
        while (!_stopped)
        {
            var due = (long)(Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond);
            while (_said < due)
            {
                _world.Persons.Text(chatId, text);
                Interlocked.Increment(ref _said);
            }
            await Task.Delay(5);
        }
    }
}
