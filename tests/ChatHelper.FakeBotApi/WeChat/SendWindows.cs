using System.Collections.Concurrent;

namespace ChatHelper.Fakes.WeChat;

/// <summary>Who may be written to: 5 messages within 48 hours of a person's word, 3 within a minute of a menu, a scan or a subscription. A
/// message counts in both windows where both stand.</summary>
internal sealed class SendWindows(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Person> _persons = new(StringComparer.Ordinal);

    public void Heard(Said said)
    {
        var person = _persons.GetOrAdd(said.OpenId, static _ => new Person());
        lock (person)
        {
            person.Follows = said.Event != "unsubscribe";
            var now = clock.GetUtcNow();
            if (said.Type != "event")
            {
                person.Spoken = new Window(5, now.AddHours(48));
            }
            else if (said.Event is "subscribe" or "CLICK" or "SCAN")
            {
                person.Touched = new Window(3, now.AddMinutes(1));
            }
        }
    }

    /// <summary>errcode of a message to this person; 0: it was counted.</summary>
    public int Take(string openId)
    {
        if (!_persons.TryGetValue(openId, out var person))
        {
            return 40003;
        }

        lock (person)
        {
            var now = clock.GetUtcNow();
            var (spoken, touched) = (person.Spoken.Until > now, person.Touched.Until > now);
            if (!person.Follows || !(spoken || touched))
            {
                return 45015;
            }

            if (!(spoken && person.Spoken.Left > 0) && !(touched && person.Touched.Left > 0))
            {
                return 45047;
            }

            person.Spoken = person.Spoken with { Left = Math.Max(0, person.Spoken.Left - 1) };
            person.Touched = person.Touched with { Left = Math.Max(0, person.Touched.Left - 1) };
            return 0;
        }
    }

    private sealed record Window(int Left, DateTimeOffset Until);

    private sealed class Person
    {
        public bool Follows;
        public Window Spoken = new(0, DateTimeOffset.MinValue);
        public Window Touched = new(0, DateTimeOffset.MinValue);
    }
}
