using System.CommandLine;
using ChatHelper.Content;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Commands;

/// <summary><c>dialogs check|graph|prove|play|migrate</c>: what an author runs.</summary>
internal static class DialogsCommand
{
    public static Command Make() => new("dialogs", "Check, draw, prove and play the dialog files.") { };
}
