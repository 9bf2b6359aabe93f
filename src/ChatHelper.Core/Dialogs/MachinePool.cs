using System.Collections.Concurrent;

namespace ChatHelper.Core.Dialogs;

/// <summary>Ready machines of one pack. Building one costs hundreds of microseconds, firing one a few: a turn rents.</summary>
internal sealed class MachinePool(Pack pack)
{
    private readonly ConcurrentBag<DialogMachine> _ready = [];

    /// <summary>A machine that nobody else uses until it is given back.</summary>
    public DialogMachine Rent() => _ready.TryTake(out var machine) ? machine : new DialogMachine(pack);

    /// <summary>Gives a machine back. One whose walk threw is not given back.</summary>
    public void Return(DialogMachine machine) => _ready.Add(machine);
}
