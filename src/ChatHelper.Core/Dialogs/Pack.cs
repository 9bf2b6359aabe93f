using ChatHelper.Core.Authorities;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Channels;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Content;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Deadlines;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;
using ChatHelper.Core.Faq;
using ChatHelper.Core.Law;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Routing;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Dialogs;

/// <summary>All content of one jurisdiction, read and cross-checked. Immutable; shared by all workers.</summary>
public sealed class Pack
{
    /// <summary>Name of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of all its files: conversations carry it, so that a changed pack walks them anew.</summary>
    public required string Version { get; init; }

    /// <summary>Days after the person's last word until everything of theirs is erased.</summary>
    public required int KeepsDays { get; init; }

    /// <summary>Numbers of days that a person may choose instead, ascending; empty: none.</summary>
    public IReadOnlyList<int> KeepsChoices { get; init; } = [];

    /// <summary>The notice, and what may be done before and without consent; null: the pack asks for none.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Time zone of persons who have not chosen one.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>What each channel can carry.</summary>
    public required ChannelBook Channels { get; init; }

    /// <summary>What messages of each level of disclosure may not say.</summary>
    public IReadOnlyList<Disclosure> Disclosures { get; init; } = [];

    /// <summary>Dialogs by id, those made from letters (<c>letter/D01</c>) included.</summary>
    public required IReadOnlyDictionary<string, Dialog> Dialogs { get; init; }

    /// <summary>Every step by full id.</summary>
    public required IReadOnlyDictionary<string, Step> Steps { get; init; }

    /// <summary>The step that asks for a fact first, by fact name.</summary>
    public required IReadOnlyDictionary<string, Step> Owners { get; init; }

    /// <summary>Id of the dialog that every conversation starts with.</summary>
    public required string Opening { get; init; }

    /// <summary>Dialog started by each any-time move.</summary>
    public required IReadOnlyDictionary<Move, string> AnyTime { get; init; }

    /// <summary>Dialog offered after three skips in a row; null: none.</summary>
    public string? AfterSkips { get; init; }

    /// <summary>Dialog that a falling-due reminder starts, by its kind.</summary>
    public required IReadOnlyDictionary<string, string> DueDialogs { get; init; }

    /// <summary>What is known of each fact: kind, how it is heard.</summary>
    public required IReadOnlyDictionary<string, FactDeclaration> Facts { get; init; }

    /// <summary>Texts by language and id.</summary>
    public required LineBook Lines { get; init; }

    /// <summary>How the language of a message is known.</summary>
    public required LanguageBook Languages { get; init; }

    /// <summary>Command words.</summary>
    public required CommandBook Commands { get; init; }

    /// <summary>The one spelling in which words are understood.</summary>
    public required Script Script { get; init; }

    /// <summary>Readers of dates, amounts, numbers.</summary>
    public required Readers Readers { get; init; }

    /// <summary>What is heard in free words.</summary>
    public required HearingBook Hearing { get; init; }

    /// <summary>Short answers to questions asked in between.</summary>
    public required FaqBook Faq { get; init; }

    /// <summary>To whom the plain wording of a text is said, where it has one; null: to nobody.</summary>
    public Condition? Plain { get; init; }

    /// <summary>What is done about received files.</summary>
    public EvidenceRules Evidence { get; init; } = EvidenceRules.None;

    /// <summary>Crisis words and care.</summary>
    public required CrisisPlan Crisis { get; init; }

    /// <summary>Statutes and points.</summary>
    public required LawBook Law { get; init; }

    /// <summary>What is lawful and what is not, by what is known.</summary>
    public required Explainer Explainer { get; init; }

    /// <summary>Bodies that take reports, and their numbers.</summary>
    public required AuthorityBook Authorities { get; init; }

    /// <summary>Where to go first, and why.</summary>
    public required RouteBook Routes { get; init; }

    /// <summary>Working days by the holidays of each year.</summary>
    public required WorkCalendar WorkDays { get; init; }

    /// <summary>Words of call lists, and the rules that a diary touches.</summary>
    public required DiaryBook Diary { get; init; }

    /// <summary>Numbers and addresses by name.</summary>
    public IReadOnlyDictionary<string, KnownNumber> Numbers => Authorities.Numbers;

    /// <summary>Letters by id.</summary>
    public required IReadOnlyDictionary<string, LetterForm> Letters { get; init; }

    /// <summary>What letters must not say.</summary>
    public required LetterGuard Guard { get; init; }

    /// <summary>Which steps can still be reached from a step, itself included.</summary>
    public required Reachability Reach { get; init; }

    /// <summary>What a placeholder such as <c>number.110</c> stands for; null when it names no number.</summary>
    public string? Number(string placeholder) => Named(placeholder)?.Text;

    /// <summary>The same as it may be given out that day: what was not checked, or not again, is followed by a word that says so.</summary>
    /// <param name="placeholder">Such as <c>number.12378</c>.</param>
    /// <param name="language">Language of that word.</param>
    /// <param name="today">Today in the pack's zone.</param>
    public string? Number(string placeholder, string language, LocalDate today) => Named(placeholder) is not { } number ? null
        : number.Caution(today) is { } caution && Lines.Find(language, $"number.{caution}") is { } wording ? wording.Fill(_ => number.Text)
        : number.Text;

    private KnownNumber? Named(string placeholder) =>
        placeholder.StartsWith("number.", StringComparison.Ordinal) ? Numbers.GetValueOrDefault(placeholder["number.".Length..]) : null;
}
