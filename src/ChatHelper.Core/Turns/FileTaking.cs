using ChatHelper.Core.Casework;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Turns;

/// <summary>A received file: its bytes lie with the worker; the case holds what is known of it. What the words with it or right
/// before it say must not come here is refused: the bytes go with the same turn and nothing is written down.</summary>
internal static class FileTaking
{
    /// <summary>The fact that gathers names of received files.</summary>
    public const string Fact = "files";

    public static void Take(Talk talk, Gave gave)
    {
        var announced = talk.Now.Announced;
        talk.Now = talk.Now with { Announced = null };
        if (gave.File is { Id.Length: > 0, Kind: not "voice" } && (talk.Pack.Evidence.With(talk.Pack.Script.Standard(gave.Caption)) ?? announced) is { } cause)
        {
            Refuse(talk, gave, $"evidence.refused.{cause}");
            return;
        }

        if (gave.File.Id.Length > 0 && (Consenting.Looks(talk) || Consenting.Bars(talk, Fact)))
        {
            Refuse(talk, gave, "consent.file-not-kept");
            return;
        }

        var item = gave.File.Id.Length > 0 ? Keep(talk, gave) : null;
        if (talk.Now.Mode == Mode.Human)
        {
            talk.Effects.Add(new TellDesk(talk.Line("desk.file", ("name", gave.File.Name), ("caption", gave.Caption))));
            if (gave.File.Id.Length == 0)
            {
                // Nobody else can tell the person: the volunteer only sees that something came.
                talk.SayText(talk.Line($"file.{gave.File.Kind}", ("name", Masked.All(gave.File.Name))));
            }

            return;
        }

        if (gave.File.Id.Length == 0)
        {
            talk.Lead(talk.Line($"file.{gave.File.Kind}", ("name", Masked.All(gave.File.Name))));
        }

        if (gave.Caption.Length > 0)
        {
            TextTaking.Take(talk, gave.Caption);
            return;
        }

        if (talk.Now.Crisis is not null)
        {
            return; // it is kept, and asked about when nobody is in danger
        }

        if (item is not null && gave.File.Log is { } log && talk.Pack.Dialogs.ContainsKey(DiaryImport.Dialog))
        {
            DiaryImport.Offer(talk, log, "file");
        }
        else if (item is not null && MayAsk(talk))
        {
            talk.Now = talk.Now with { Mode = Mode.Bot };
            talk.Start(talk.Pack.Evidence.After!);
        }

        talk.Settle();
    }

    /// <summary>Remembers whether these words announce a picture that must not come; only the last words count.</summary>
    public static void Listen(Talk talk, string text)
    {
        var cause = talk.Pack.Evidence.Announced(talk.Pack.Script.Standard(text));
        if (cause != talk.Now.Announced)
        {
            talk.Now = talk.Now with { Announced = cause };
        }
    }

    private static void Refuse(Talk talk, Gave gave, string line)
    {
        talk.Effects.Add(new Discard(gave.File.Id));
        if (talk.Now.Mode == Mode.Human)
        {
            talk.Say(line);
            return;
        }

        talk.Lead(talk.Line(line));
        if (gave.Caption.Length > 0)
        {
            TextTaking.Take(talk, gave.Caption); // what it tells, and any danger in it, is heard all the same
            return;
        }

        if (talk.Now.Crisis is null)
        {
            talk.Settle();
        }
    }

    // The same file once more is no second item; its bytes are not kept twice.
    private static EvidenceItem? Keep(Talk talk, Gave gave)
    {
        if (talk.Now.Case.Evidence.FirstOrDefault(item => item.Sha256 == gave.File.Sha256 && item.Size == gave.File.Size) is { } known)
        {
            talk.Effects.Add(new Discard(gave.File.Id));
            Lead(talk, "evidence.again", known);
            return null;
        }

        var item = EvidenceWords.Told(talk, gave.Caption, new EvidenceItem(0, "", gave.File.ReceivedAt ?? talk.Moment.Now.ToDateTimeOffset())
        {
            FileId = gave.File.Id, Name = gave.File.Name, Mime = gave.File.Mime, Size = gave.File.Size, Sha256 = gave.File.Sha256,
            Source = gave.Channel, Tail = gave.File.Tail,
        });
        talk.File(EvidenceChain.Add(talk.Now.Case, item.Kind.Length > 0 ? item : item with { Kind = talk.Pack.Evidence.KindOf(item.Mime) }));
        var added = talk.Now.Case.Evidence[^1];
        EvidenceDeeds.Pick(talk, added);
        Gather(talk, added);
        Lead(talk, "file.kept", added);
        if (added.Tail)
        {
            Lead(talk, "evidence.tail", added);
        }

        return added;
    }

    private static void Gather(Talk talk, EvidenceItem item)
    {
        var name = item.Name.Replace(',', ' ');
        if (talk.Pack.Facts.ContainsKey(Fact))
        {
            talk.Put(Fact, HearingBook.Gather(talk.Now.Facts[Fact], Facts.Fact.Said(item.FileId, name)));
        }

        if (talk.Now.Mode != Mode.Human && talk.Step is { Kind: StepKind.File, Fact: { } asked } && asked != Fact)
        {
            talk.Put(asked, HearingBook.Gather(talk.Now.Facts[asked], Facts.Fact.Said(item.FileId, name)));
        }
    }

    // Whoever is greeted, asked for their safety or cared for is not asked about a file.
    private static bool MayAsk(Talk talk) => talk.Now is { Crisis: null, Frames.Count: > 0 }
        && talk.Pack.Evidence is { After: not null } rules && rules.AskIf?.Holds(talk.Now.Facts) != false;

    private static void Lead(Talk talk, string line, EvidenceItem item)
    {
        if (talk.Now.Mode != Mode.Human)
        {
            talk.Lead(talk.Line(line, ("no", $"{item.No}"), ("name", Masked.All(item.Name)), ("size", talk.Words.Size(item.Size))));
        }
    }
}
