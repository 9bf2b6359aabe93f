using ChatHelper.Conversations;

namespace ChatHelper.Outbox;

/// <summary>The chats that are remembered, and how rows join them.</summary>
internal sealed partial class OutboxPump
{
    private ChatLine Line(Address address)
    {
        if (!_lines.TryGetValue(address.Id, out var line))
        {
            if (_lines.Count >= _forgetAt)
            {
                Forget();
            }

            _lines[address.Id] = line = new ChatLine(this, address);
        }

        return line;
    }

    private void Forget()
    {
        var now = _clock.GetTimestamp();
        foreach (var (id, line) in _lines)
        {
            if (line.Forgettable(now))
            {
                _lines.Remove(id);
            }
        }

        _forgetAt = Math.Max(LinesKept, 2 * _lines.Count);
    }

    private void Queue(ChatLine line, OutboxRow row)
    {
        // What comes from memory alone cannot be fetched again.
        if (row.Id > 0 && (line.More || line.Rows.Count >= (_lines.Count > LinesKept ? RememberedInNeed : Remembered)))
        {
            line.More = true; // it stays in the database until there is room
            return;
        }

        line.Rows.Enqueue(row);
        line.Newest = Math.Max(line.Newest, row.Id);
        Next(line);
    }

    // The line moves on when it has something to send and nothing holds it.
    private void Next(ChatLine line)
    {
        if (!line.Busy && line.Held == 0 && line.Rows.Count > 0)
        {
            line.Busy = true;
            _ready.Enqueue(line);
        }
    }
}
