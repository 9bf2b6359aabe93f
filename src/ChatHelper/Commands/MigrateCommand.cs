using System.CommandLine;

namespace ChatHelper.Commands;

/// <summary><c>dialogs migrate --dry-run</c>.</summary>
internal static class MigrateCommand
{
    public static Command Make(Option<string?> pack)
    {
        var dry = new Option<bool>("--dry-run") { Description = "only say what would become of the stored conversations" };
        return new Command("migrate", "Walk every stored conversation through the pack as it is now.") { pack, dry };
    }
}
