using ChatHelper.Backups;
using ChatHelper.Channels.Terminal;
using ChatHelper.Commands;
using ChatHelper.Content;
using ChatHelper.Conversations;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Evidence;
using ChatHelper.Tests.Rules;

namespace ChatHelper.Tests.Backups;

/// <summary>Data and backups in folders of their own, with the commands as the operator has them.</summary>
internal sealed class Store : IDisposable
{
    public static readonly Lazy<Pack> China = new(() => PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china"));
    private int _key;

    public Store(string? backups = null) => Backups = backups ?? Path.Combine(Root, "backups");

    public string Root { get; } = Directory.CreateTempSubdirectory("backup-").FullName;

    public string Data => Path.Combine(Root, "data");

    public string Backups { get; }

    /// <summary>Time of the backups; the worker has its own.</summary>
    public VirtualClock Clock { get; } = new(Rig.T0);

    public Places Places => Places.Read(name => name switch { "CHATHELPER_DATA" => Data, "CHATHELPER_BACKUPS" => Backups, _ => null });

    public IReadOnlyList<Backup> All => new BackupFolder(Backups, 14).All();

    public Rig Running() => new(Data, China.Value);

    /// <summary>One more file of a person.</summary>
    public async Task<string> Give(Rig rig, string person, byte[]? bytes = null)
    {
        var address = new Address("test", person);
        var file = await rig.Engine.Files.Keep(await rig.Engine.Turns.Meet(address), "x.png", to => to.WriteAsync(bytes ?? Pictures.Png()).AsTask());
        await rig.Engine.Turns.Take(address, new Gave("test", $"file:{_key++}", file, ""));
        return file.Id;
    }

    public Task Erase(Rig rig, string person) => rig.Engine.Turns.Take(new Address("test", person), new Expired("test", $"erase:{_key++}"));

    /// <summary>Makes one, a minute after the one before.</summary>
    public Backup Backup()
    {
        Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(0, BackupCommand.Run(Places, null, Clock, TextWriter.Null));
        return All[0];
    }

    public async Task<string> Restore(string named)
    {
        using var output = new StringWriter();
        Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await RestoreCommand.Run(Places, named, Clock, output));
        return output.ToString();
    }

    public (int Code, string Output) Verify()
    {
        using var output = new StringWriter();
        var code = VerifyCommand.Run(Data, TimeProvider.System, output, output);
        return (code, output.ToString());
    }

    /// <summary>Numbers of all persons who are there, sorted.</summary>
    public static async Task<IReadOnlyList<long>> Persons(Rig rig) =>
        [.. (await rig.Engine.Writer.Write(null, ChatHelper.Erasure.ErasureStore.Everybody)).Order()];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
