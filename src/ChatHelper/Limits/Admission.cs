using ChatHelper.Conversations;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Dialogs;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Limits;

/// <summary>What becomes of a message before anything of it is written.</summary>
internal enum Entry
{
    /// <summary>It is taken.</summary>
    Open,

    /// <summary>It is let go, and the person is to be told so now.</summary>
    Tell,

    /// <summary>It is let go, as the person was told.</summary>
    Shut,
}

/// <summary>Who may speak now: by person, by connection, all together, and for the first time.</summary>
internal sealed class Admission(LimitOptions limits, Pack pack, Seal seal, Watermark disk, TimeProvider clock)
{
    private const string Erase = "erase";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ThroughFor = TimeSpan.FromMinutes(5);
    private readonly BucketBook _persons = new(limits.Person, limits.Remembered, clock);
    private readonly BucketBook _browsers = new(limits.Browser, limits.Remembered, clock);
    private readonly BucketBook _connections = new(limits.Connection, limits.Remembered, clock);
    private readonly BucketBook _everybody = new(limits.Everybody, 1, clock);
    private readonly BucketBook _newcomers = new(limits.Newcomers, 1, clock);
    private readonly BucketBook _notices = new(limits.Notices, 1, clock);
    private readonly BucketBook _turnedAway = new(new Rate(1, 1 / limits.Window.TotalSeconds), limits.Remembered, clock);
    private long _dropped;
    private long _notified;
    private long _cries;
    private long _newcomersTurnedAway;
    private long _putOff;

    /// <summary>Messages over a person's limit that were let go.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Notices that said so.</summary>
    public long Notified => Interlocked.Read(ref _notified);

    /// <summary>Cries for help that were let past a person's limit.</summary>
    public long Cries => Interlocked.Read(ref _cries);

    /// <summary>Messages of new persons who were turned away.</summary>
    public long NewcomersTurnedAway => Interlocked.Read(ref _newcomersTurnedAway);

    /// <summary>Messages that the channel was left with: too many of all, or a disk nearly full.</summary>
    public long PutOff => Interlocked.Read(ref _putOff);

    /// <summary>Persons and connections that are remembered now.</summary>
    public int Remembered => _persons.Count + _browsers.Count + _connections.Count + _turnedAway.Count;

    /// <summary>Whether a message is taken.</summary>
    /// <param name="words">What is said, for danger in it; empty when there are none.</param>
    /// <param name="erases">It asks for erasing.</param>
    /// <exception cref="StorageFault">Not now: the channel keeps it and brings it again.</exception>
    public Entry Of(Address from, string words = "", bool erases = false)
    {
        if (disk.Level == DiskLevel.Full && !MayThrough(from, words, erases))
        {
            throw Later("the disk is nearly full");
        }

        var entry = _persons.With(Key(from), (person, now) => Of(person, words, now));
        if (entry == Entry.Open && !_everybody.Take(Guid.Empty))
        {
            GiveBack(from);
            throw Later("more come in than can be taken");
        }

        return entry;
    }

    /// <summary>A message that was let in could not be stored and will come again.</summary>
    public void GiveBack(Address from) => _persons.GiveBack(Key(from));

    /// <summary>Whether a connection, and the browser behind it, may post.</summary>
    /// <param name="browser">What it is known by; null: nothing.</param>
    public bool Post(string from, string? browser) => _connections.Take(new Guid(seal.Lookup("connection", from)))
        && (browser is null || _browsers.Take(new Guid(seal.Lookup("browser", browser))));

    /// <summary>Whether somebody who was never here may come in.</summary>
    /// <returns><see cref="Entry.Tell"/>: no, and they are to be told; not oftener than a channel can say it.</returns>
    public Entry Newcomer(Address from)
    {
        if (_newcomers.Take(Guid.Empty))
        {
            return Entry.Open;
        }

        Interlocked.Increment(ref _newcomersTurnedAway);
        return _turnedAway.Take(Key(from)) && _notices.Take(Guid.Empty) ? Entry.Tell : Entry.Shut;
    }

    /// <summary>Whether somebody asks for everything to be erased, in words or by a press.</summary>
    public bool Erases(string words, IReadOnlyList<string>? choices = null) => choices is [Erase] || (words.Length > 0 && pack.Commands.Match(words)?.Id == Erase);

    /// <summary>Whether words tell of danger to life.</summary>
    public bool IsCry(string words) => words.Length > 0 && pack.Crisis.Lexicon.Detect(words).Tier is not (Tier.None or Tier.Quoted);

    private Entry Of(Bucket person, string words, TimeSpan now)
    {
        if (person.Take(now))
        {
            person.LetIn = true;
            return Entry.Open;
        }

        if (!Recent(person.CriedAt, now, limits.Window) && MayLook(person, now) && IsCry(words))
        {
            person.CriedAt = now;
            Interlocked.Increment(ref _cries);
            return Entry.Open;
        }

        Interlocked.Increment(ref _dropped);

        // Who waited, was heard again and then was not must hear so once more: nothing is lost in silence.
        if (Recent(person.ToldAt, now, limits.Window) && (!person.LetIn || Recent(person.ToldAt, now, Minute)))
        {
            return Entry.Shut;
        }

        (person.ToldAt, person.LetIn) = (now, false);
        Interlocked.Increment(ref _notified);
        return Entry.Tell;
    }

    private bool MayLook(Bucket person, TimeSpan now)
    {
        if (now - person.LookedAt >= limits.Window)
        {
            (person.LookedAt, person.Looks) = (now, 0);
        }

        return ++person.Looks <= limits.Looks;
    }

    // The last twentieth of the disk is for these.
    private bool MayThrough(Address from, string words, bool erases) => _persons.With(Key(from), (person, now) =>
    {
        if (erases || (MayLook(person, now) && IsCry(words)))
        {
            person.Through = now + ThroughFor;
        }

        return now < person.Through;
    });

    private StorageFault Later(string why)
    {
        Interlocked.Increment(ref _putOff);
        return new StorageFault(why);
    }

    private Guid Key(Address from) => new(seal.Lookup(from.Channel, from.Id));

    private static bool Recent(TimeSpan? at, TimeSpan now, TimeSpan within) => at is { } then && now - then < within;
}
