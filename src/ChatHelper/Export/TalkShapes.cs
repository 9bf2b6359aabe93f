using System.Text.Json;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;

namespace ChatHelper.Export;

/// <summary>The talk in the copy: facts with the words that were said, what is set aside, what was handed out.</summary>
internal sealed class TalkShapes
{
    private const string Place = "where the talk stands among our questions; tells nothing that was said";
    private readonly Pack _pack;
    private readonly FactWords _words;

    public TalkShapes(Pack pack, string language)
    {
        (_pack, _words) = (pack, new FactWords(pack, language));
        Conversation = new Shape<Conversation>()
            .Keep(nameof(Core.Turns.Conversation.Language), one => one.Language)
            .Keep(nameof(Core.Turns.Conversation.Mode), one => one.Mode)
            .Keep(nameof(Core.Turns.Conversation.Crisis), one => one.Crisis?.Tier)
            .Keep(nameof(Core.Turns.Conversation.AsksAtLeaving), one => one.AsksAtLeaving)
            .Keep(nameof(Core.Turns.Conversation.Facts), one => Facts(one.Facts))
            .Keep(nameof(Core.Turns.Conversation.SetAside), one => Facts(one.SetAside))
            .Keep(nameof(Core.Turns.Conversation.LastChange), one => Change(one.LastChange))
            .Keep(nameof(Core.Turns.Conversation.Given), one => one.Given)
            .Keep(nameof(Core.Turns.Conversation.Flagged), one => one.Flagged)
            .Keep(nameof(Core.Turns.Conversation.AskNoMore), one => one.AskNoMore)
            .Keep(nameof(Core.Turns.Conversation.Case), one => CaseShapes.File.One(one.Case))
            .Keep(nameof(Core.Turns.Conversation.Consents), one => Consents.Each(one.Consents))
            .Keep(nameof(Core.Turns.Conversation.UnkeptUntil), one => one.UnkeptUntil)
            .Keep(nameof(Core.Turns.Conversation.KeepsDays), one => one.KeepsDays)
            .LeaveOut("the version of our questions", nameof(Core.Turns.Conversation.PackVersion))
            .LeaveOut("counts turns, misreadings or skips", nameof(Core.Turns.Conversation.Version), nameof(Core.Turns.Conversation.Misreads),
                nameof(Core.Turns.Conversation.Unheeded), nameof(Core.Turns.Conversation.Skips), nameof(Core.Turns.Conversation.GivenAt))
            .LeaveOut("how the language was guessed; the language stands there", nameof(Core.Turns.Conversation.LanguageBy), nameof(Core.Turns.Conversation.Leaning))
            .LeaveOut(Place, nameof(Core.Turns.Conversation.Frames), nameof(Core.Turns.Conversation.At), nameof(Core.Turns.Conversation.Offered),
                nameof(Core.Turns.Conversation.Announced), nameof(Core.Turns.Conversation.SaidPlain))
            .LeaveOut("the last of what was given; all of it stands there", nameof(Core.Turns.Conversation.LastGiven));
    }

    public Shape<Conversation> Conversation { get; }

    public static Shape<Consent> Consents { get; } = new Shape<Consent>()
        .Keep(nameof(Consent.Kind), one => one.Kind)
        .Keep(nameof(Consent.Answer), one => one.Answer)
        .Keep(nameof(Consent.Notice), one => one.Notice)
        .Keep(nameof(Consent.At), one => one.At)
        .Keep(nameof(Consent.Channel), one => one.Channel)
        .Keep(nameof(Consent.To), one => one.To);

    /// <summary>A fact by its name, with what it is called on screen.</summary>
    public Shape<(string Name, Fact Fact)> Named => new Shape<(string Name, Fact Fact)>()
        .Keep("name", one => one.Name)
        .Keep("label", one => _pack.Facts.ContainsKey(one.Name) ? _words.Label(one.Name) : "")
        .Keep(nameof(Fact.State), one => one.Fact.State)
        .Keep(nameof(Fact.Raw), one => OfFiles(one.Name) ? "" : one.Fact.Raw)
        .Keep(nameof(Fact.Value), one => one.Fact.Value)
        .Keep(nameof(Fact.Precision), one => one.Fact.Precision)
        .LeaveOut("follows from state and value", nameof(Fact.IsKnown), nameof(Fact.Entries));

    private Action<Utf8JsonWriter>? Facts(FactSheet facts) => Named.Each([.. facts.Select(pair => (pair.Key, pair.Value))]);

    private Action<Utf8JsonWriter>? Change(LastChange? change) =>
        change is { Before: { } before } ? Named.One((change.Fact, before)) : null;

    // What was "said" of a file is our own name of it.
    private bool OfFiles(string name) => !_pack.Facts.TryGetValue(name, out var declared) || declared.Kind == "file";
}
