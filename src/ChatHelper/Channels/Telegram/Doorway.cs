using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Limits;

namespace ChatHelper.Channels.Telegram;

/// <summary>Lets a person's updates in or lets them go, before anything is written. Volunteers are not counted, nor is who leaves.</summary>
internal sealed class Doorway(Engine engine)
{
    /// <returns>False: it is not taken, and the person is told so when that is due.</returns>
    /// <exception cref="Storage.StorageFault">Not now: Telegram must keep it.</exception>
    public async Task<bool> Lets(UpdateReading reading)
    {
        if (From(reading) is not { } from)
        {
            return true;
        }

        switch (engine.Admission.Of(from, Words(reading), Erases(reading)))
        {
            case Entry.Open:
                return true;
            case Entry.Tell:
                await engine.Turns.Tell(from, engine.Refusals.OfNotice);
                return false;
            default:
                return false;
        }
    }

    /// <summary>It was let in and could not be stored.</summary>
    public void GiveBack(UpdateReading reading)
    {
        if (From(reading) is { } from)
        {
            engine.Admission.GiveBack(from);
        }
    }

    /// <summary>Whether it tells of danger to life.</summary>
    public bool IsCry(Incoming incoming) => incoming is Said { Text: var text } && engine.Admission.IsCry(text);

    private static Address? From(UpdateReading reading) => reading switch
    {
        UpdateReading.Whole { Incoming: not WentAway } whole => whole.From,
        UpdateReading.WithFile { File: var file } => file.From,
        UpdateReading.Toggled toggled => toggled.From,
        _ => null,
    };

    private static string Words(UpdateReading reading) => reading switch
    {
        UpdateReading.Whole { Incoming: Said said } => said.Text,
        UpdateReading.WithFile { File: var file } => file.Caption,
        _ => "",
    };

    private bool Erases(UpdateReading reading) =>
        engine.Admission.Erases(Words(reading), reading is UpdateReading.Whole { Incoming: Pressed pressed } ? pressed.Choices : null);
}
