using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Turns;

/// <summary>Some things heard in free words are taken up at once by a dialog of their own, wherever the person stands: what was
/// heard is its answer already.</summary>
internal static class TakingUp
{
    /// <summary>What of a message counts: all of it, or, when a dialog takes it up, that which the dialog asks. "Yesterday I called
    /// the hotline" tells neither when the calls began nor who called.</summary>
    public static IReadOnlyList<Heard> Meant(Talk talk, IReadOnlyList<Heard> heard) =>
        Dialog(talk, heard) is { } dialog ? [.. heard.Where(one => Asks(talk, dialog).Contains(one.Name))] : heard;

    /// <summary>What was heard without that which a dialog takes up: it is no story told instead of the answer.</summary>
    public static IReadOnlyList<Heard> Others(Talk talk, IReadOnlyList<Heard> heard) =>
        Dialog(talk, heard) is null ? heard : [];

    public static void Start(Talk talk, IReadOnlyList<Heard> heard)
    {
        if (Dialog(talk, heard) is not { } dialog || talk.Frame?.Dialog == dialog)
        {
            return;
        }

        talk.Start(dialog);
        foreach (var one in heard)
        {
            talk.Now = talk.Now with { Facts = talk.Now.Facts.With(one.Name, one.Fact) };
        }
    }

    private static string? Dialog(Talk talk, IReadOnlyList<Heard> heard) =>
        heard.Select(one => talk.Pack.Facts[one.Name].Starts).FirstOrDefault(dialog => dialog is not null);

    private static IEnumerable<string> Asks(Talk talk, string dialog) => talk.Pack.Dialogs[dialog].Steps.Select(step => step.Fact).OfType<string>();
}
