using System.CommandLine;
using ChatHelper.Storage;

namespace ChatHelper.Commands;

/// <summary>The commands of the program. Without one it serves.</summary>
internal static class CommandLine
{
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("ChatHelper: first help for people whose phone book is harassed by a lender.")
        {
            TalkCommand.Make(),
            DialogsCommand.Make(),
            HealthCommand.Make(),
            VerifyCommand.Make(),
            ParkedCommand.Make(),
            VolunteersCommand.Make(),
            BackupCommand.Make(),
            BackupCommand.MakeList(),
            RestoreCommand.Make(),
            KeysCommand.Make(),
            WeChatSelfcheckCommand.Make(),
        };
        root.SetAction((_, stop) => RunCommand.Run(stop));
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception fault) when (fault is StartFault or StorageFault or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 2;
        }
    }
}
