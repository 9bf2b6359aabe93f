using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Papers;

namespace ChatHelper.Tests.Gate;

/// <summary>The real engine with the real pack, and short words for what persons do at the gate.</summary>
internal sealed class GateRig : IDisposable
{
    private static int s_keys;

    public GateRig(string? folder = null)
    {
        Rig = new Rig(folder, Samples.China.Value);
        Rig.Engine.Turns.OnReady += rows => Sent.AddRange(rows);
    }

    public Rig Rig { get; }

    public Engine Engine => Rig.Engine;

    /// <summary>All rows that were ready to be sent, in order.</summary>
    public List<OutboxRow> Sent { get; } = [];

    public static string Line(string id) => Samples.China.Value.Lines.Find("zh-Hans", id)!.Text;

    /// <summary>The part of a line before its first placeholder.</summary>
    public static string Opening(string id) => Line(id).Split('{')[0];

    public async Task<string> Say(string person, string text, string channel = "test") =>
        await Heard(await Engine.Turns.Take(new Address(channel, person), new Said(channel, Key(), text)));

    public async Task<string> Press(string person, params string[] choices) =>
        await Heard(await Engine.Turns.Take(new Address("test", person), new Pressed("test", Key(), null, null, choices)));

    /// <summary>Their words stay unsent.</summary>
    public async Task<string> Volunteer(string person, string text) =>
        Words(await Engine.Turns.Take(new Address("test", person), new VolunteerSaid("desk", Key(), "小林", text)));

    public Task<Conversation?> Stored(string person) => Rig.Stored(person);

    public void Later(TimeSpan by) => Rig.Clock.Move(by);

    /// <summary>Asks for a code and types it once.</summary>
    public async Task<string> Code(string person)
    {
        var code = Digits(await Say(person, "找回码"));
        Assert.Contains(Opening("gate.code.kept"), await Say(person, code), StringComparison.Ordinal);
        return code;
    }

    public async Task SetPin(string person, string pin)
    {
        await Say(person, "设密码");
        await Say(person, pin);
        Assert.Contains(Opening("gate.pin.set"), await Say(person, pin), StringComparison.Ordinal);
    }

    /// <summary>The sixteen digits of a text.</summary>
    public static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit))[..16];

    public Task<T> Read<T>(Func<ChatHelper.Storage.Session, T> read) => Engine.Writer.Write(null, read);

    public void Dispose() => Rig.Dispose();

    public static string Key() => $"k{Interlocked.Increment(ref s_keys)}";

    // As any channel does: what was shown is gone from the outbox.
    private async Task<string> Heard(Taken taken)
    {
        if (taken.Rows is [.., var last])
        {
            await Read(session => OutboxStore.RemoveUpTo(session, taken.Person, last.Id));
        }

        return Words(taken);
    }

    private static string Words(Taken taken) => string.Join('\n', taken.Rows.Select(row => row.Reply.Text));
}
