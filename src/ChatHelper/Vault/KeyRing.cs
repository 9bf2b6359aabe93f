using ChatHelper.Storage;
using Path = System.IO.Path;

namespace ChatHelper.Vault;

/// <summary>The keys of all persons, for all threads. Those lately in use stay opened; the others stand wrapped in the key file.</summary>
internal sealed class KeyRing : IDisposable
{
    /// <summary>The number under which everything stands that belongs to no person.</summary>
    public const long Nobody = 0;

    private const int Opened = 8192;
    private readonly WrappedKeys _wrapped;
    private readonly PersonKey _own;
    private readonly Dictionary<long, PersonKey> _opened = [];
    private readonly Queue<long> _lately = [];
    private readonly Lock _gate = new();

    private KeyRing(WrappedKeys wrapped) => (_wrapped, _own) = (wrapped, new PersonKey(wrapped.Subkey("chathelper nobody")));

    /// <summary>Persons who have a key.</summary>
    public IReadOnlyCollection<long> Persons
    {
        get
        {
            lock (_gate)
            {
                return [.. _wrapped.Persons];
            }
        }
    }

    /// <summary>Tells these keys from those of another database, and nothing else about them. A change of the master key leaves it.</summary>
    public string Id
    {
        get
        {
            using var id = Subkey("chathelper id");
            return Convert.ToHexStringLower(id.Bytes[..8]);
        }
    }

    /// <summary>Whether key files lie there already.</summary>
    public static bool IsIn(string folder, string copy) => File.Exists(First(folder)) || File.Exists(Second(copy));

    public static string First(string folder) => Path.Combine(folder, KeyFile.Name);

    public static string Second(string copy) => Path.Combine(copy, KeyFile.CopyName);

    /// <summary>Opens the key files; makes them when neither is there. A missing or garbled one is made whole from the other.</summary>
    /// <exception cref="StartFault">The master key does not fit.</exception>
    public static KeyRing Open(string folder, string copy, MasterKey master, bool readOnly = false)
    {
        var (first, second) = (First(folder), Second(copy));
        if (!readOnly)
        {
            KeyFiles.Complete(first, second, master);
        }

        return new KeyRing(WrappedKeys.Open(first, second, master, readOnly));
    }

    /// <summary>A key for one purpose that belongs to no person: look-ups, the audit.</summary>
    public SecretKey Subkey(string purpose) => _wrapped.Subkey(purpose);

    public bool Has(long person)
    {
        lock (_gate)
        {
            return person == Nobody || _wrapped.Has(person);
        }
    }

    /// <summary>Makes a person's key. It must be on disk (<see cref="Flush"/>) before anything closed with it is.</summary>
    public void Create(long person)
    {
        lock (_gate)
        {
            var key = SecretKey.Fresh();
            _wrapped.Add(person, key);
            Remember(person, new PersonKey(key));
        }
    }

    /// <exception cref="KeyGone">There is none any more.</exception>
    public PersonKey Of(long person)
    {
        if (person == Nobody)
        {
            return _own;
        }

        lock (_gate)
        {
            if (_opened.TryGetValue(person, out var opened))
            {
                return opened;
            }

            var key = new PersonKey(_wrapped.Find(person) ?? throw new KeyGone());
            Remember(person, key);
            return key;
        }
    }

    /// <summary>Destroys a person's key, on disk in both copies when this returns. A key that is gone already stays gone.</summary>
    public void Destroy(long person)
    {
        lock (_gate)
        {
            if (_opened.Remove(person, out var opened))
            {
                opened.Dispose();
            }

            _wrapped.Destroy(person);
        }
    }

    /// <summary>What was made is on disk.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            _wrapped.Flush();
        }
    }

    /// <summary>Wraps all keys anew for another master key and puts the files in the place of the present ones; this ring must not be
    /// used after it.</summary>
    public void Rewrap(MasterKey master, string folder, string copy)
    {
        lock (_gate)
        {
            var bytes = _wrapped.For(master);
            PrivateFile.Write(First(folder), bytes);
            CrashPoint.Here("keys-rewrapped");
            PrivateFile.Write(Second(copy), bytes);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var key in _opened.Values)
            {
                key.Dispose();
            }

            _own.Dispose();
            _wrapped.Dispose();
        }
    }

    // Who came first goes first; whoever holds a key that goes has it until done.
    private void Remember(long person, PersonKey key)
    {
        _opened[person] = key;
        _lately.Enqueue(person);
        if (_lately.Count > Opened && _lately.Dequeue() is var oldest && oldest != person)
        {
            _opened.Remove(oldest);
        }
    }
}
