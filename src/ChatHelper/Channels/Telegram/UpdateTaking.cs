using System.Text.Json;
using ChatHelper.Channels.Waiting;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Watch;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ChatHelper.Channels.Telegram;

/// <summary>Takes an update, whichever way it came.</summary>
internal sealed class UpdateTaking(
    UpdateReader reader, TurnTaker turns, Doorway door, WaitingUpdates waiting, Toggling toggles, PressAnswering presses, VolunteerGroup? volunteers, Engine engine,
    ILogger<UpdateTaking> log)
{
    private const int Tries = 3;

    /// <summary>Takes an update; done when it is on disk.</summary>
    /// <param name="fits">Which first reply the channel's own answer can carry; null: none.</param>
    /// <returns>Null when there was nothing to take.</returns>
    /// <exception cref="StorageFault">It is not on disk: the update must come again.</exception>
    public async Task<Taken?> Take(Update update, Func<Reply, bool>? fits = null)
    {
        CrashPoint.Here("received");
        if (await Read(update) is not { } reading || !await door.Lets(reading))
        {
            return null;
        }

        if (update.CallbackQuery is { } query)
        {
            presses.Answer(query);
        }

        var kind = "";

        // An update that cannot be taken must not keep those behind it waiting for ever.
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                return await TakeOnce(update, reading, fits);
            }
            catch (StorageFault)
            {
                door.GiveBack(reading);
                throw;
            }
            catch (Exception fault)
            {
                kind = fault.GetType().Name;
                TelegramLog.Poison(log, update.Id, attempt, kind);
            }
        }

        await PassOver(update.Id, From(update), kind);
        return null;
    }

    /// <summary>Passes over an update of a shape that nobody foresaw.</summary>
    public Task PassOver(JsonElement raw, Exception fault)
    {
        TelegramLog.Unreadable(log, fault.GetType().Name);
        return RawUpdates.IdOf(raw) is not { } id ? Task.CompletedTask : PassOver(id, RawUpdates.ChatOf(raw) is { } chat ? UpdateReader.At(chat) : null, fault.GetType().Name);
    }

    /// <summary>Whom an update concerns; null when nobody.</summary>
    public static Address? From(Update update) => update switch
    {
        { CallbackQuery: { From: not null } query } => UpdateReader.At(query.Message?.Chat?.Id ?? query.From.Id),
        { Message: { Chat: { Type: ChatType.Private } chat } } => UpdateReader.At(chat.Id),
        _ => null,
    };

    // Whatever is wrong with one update, the next must be heard.
    private async Task<UpdateReading?> Read(Update update)
    {
        try
        {
            return reader.Read(update);
        }
        catch (Exception fault)
        {
            TelegramLog.Poison(log, update.Id, Tries, fault.GetType().Name);
            await PassOver(update.Id, From(update), fault.GetType().Name);
            return null;
        }
    }

    // Its words are the person's and are not kept: they are asked for them again.
    private async Task PassOver(int id, Address? from, string fault)
    {
        var parked = new Parked("update", UpdateReader.Channel, $"{id}", engine.Clock.GetUtcNow(), fault);
        await engine.Writer.Write(null, session =>
        {
            ParkedStore.Put(session, parked);
            return true;
        });
        if (from is { } person)
        {
            try
            {
                await turns.Take(person, new Untaken(UpdateReader.Channel, $"untaken:{id}"));
            }
            catch (Exception failed) when (failed is not StorageFault)
            {
                TelegramLog.Poison(log, id, Tries + 1, failed.GetType().Name); // nothing of theirs can be read: the operator has the alarm
            }
        }
    }

    private async Task<Taken?> TakeOnce(Update update, UpdateReading reading, Func<Reply, bool>? fits)
    {
        switch (reading)
        {
            case UpdateReading.Whole { Incoming: var incoming, From: var from } when await waiting.TakesBehind(from, incoming, () => door.IsCry(incoming)):
                return null;
            case UpdateReading.Whole whole:
                var taken = await turns.Take(whole.From, whole.Incoming, fits);
                if (taken is { Picked: { } picked, Repeated: false } && update.CallbackQuery is { Message: { } message })
                {
                    presses.Show(message, picked);
                }

                if (taken.Hides && update.Message is { } told)
                {
                    presses.Delete(told);
                }

                return taken;
            case UpdateReading.WithFile { File: var sent }:
                await waiting.Takes(sent.From, new WaitingUpdate(sent));
                return null;
            case UpdateReading.Toggled toggled:
                toggles.Press(toggled.Message, toggled.Data);
                return null;
            case UpdateReading.OfVolunteers said when volunteers is not null:
                await volunteers.Take(said.Message, said.Key);
                return null;
            default:
                return null;
        }
    }
}
