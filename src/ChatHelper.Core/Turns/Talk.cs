using System.Text;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Lines;
using NodaTime;

namespace ChatHelper.Core.Turns;

/// <summary>One turn while it is being made: the conversation as it becomes, and what has been said and ordered so far.
/// Lives no longer than the turn and touches nothing outside it.</summary>
internal sealed class Talk
{
    private readonly List<Reply> _replies = [];
    private readonly StringBuilder _lead = new();
    private readonly List<(string Label, string Value)> _noted = [];

    public Talk(Pack pack, DialogMachine machine, Conversation before, Moment moment)
    {
        // Questions that were offered can be picked by the very next word alone; the choices of a crisis stay.
        Offered = before.Offered;
        (Pack, Machine, Moment) = (pack, machine, moment);
        Now = before with { Version = before.Version + 1, PackVersion = pack.Version, Offered = before.Crisis is null ? [] : before.Offered };
        Local = moment.Now.InZone(pack.Zone).LocalDateTime;
        Words = new FactWords(pack, before.Language);
    }

    public Pack Pack { get; }

    public DialogMachine Machine { get; }

    /// <summary>The conversation as it becomes.</summary>
    public Conversation Now { get; set; }

    /// <summary>Choices under the last words, before this turn.</summary>
    public IReadOnlyList<string> Offered { get; }

    public Moment Moment { get; }

    /// <summary>The person's wall clock.</summary>
    public LocalDateTime Local { get; }

    /// <summary>The person's day, as a span.</summary>
    public DateSpan Today => new(Local.Date, Local.Date);

    public FactWords Words { get; private set; }

    public List<Effect> Effects { get; } = [];

    public List<Letter> Letters { get; } = [];

    /// <summary>Why letters of this turn were held back.</summary>
    public List<Breach> Withheld { get; } = [];

    /// <summary>A step known to lie on the path, when only its own answer is new: everything before it stands, so the walk
    /// may begin there (the proof makes sure that no condition reads a fact asked after it). Null: from the start.</summary>
    public string? From { get; set; }

    /// <summary>When that was due which began this turn; null for turns that a person began.</summary>
    public Instant? Due { get; set; }

    /// <summary>Text of what was picked, when the turn began with a press.</summary>
    public string? Picked { get; set; }

    /// <summary>Something was said in plain words in this turn.</summary>
    public bool SaidPlain { get; set; }

    /// <summary>The message wished for a language, which is done.</summary>
    public bool Wished { get; set; }

    /// <summary>Something was told that may not be kept; it is said once.</summary>
    public bool NotKept { get; set; }

    /// <summary>Nothing is asked about the case: the person is tired of it, or wants nothing kept.</summary>
    public bool AsksNothing => Now.AskNoMore || Consenting.Looks(this);

    /// <summary>The step that waits; null at the end and before the first word.</summary>
    public Step? Step => Pack.Steps.GetValueOrDefault(Now.At);

    public Frame? Frame => Now.Frames is [.., var top] ? top : null;

    /// <summary>A line in the person's language with its placeholders filled: given values, then facts, numbers, pages; else by the line
    /// <c>NAME.none</c>, where there is one.</summary>
    public string Line(string id, params (string Name, string Value)[] values) =>
        Pack.Lines.Find(Now.Language, id)?.Fill(name =>
            Array.Find(values, pair => pair.Name == name).Value
            ?? (Now.Facts[name] is { } fact ? Words.Words(name, fact) : null)
            ?? Pack.Number(name, Now.Language, Local.Date)
            ?? NoticeWords.Of(this, name)
            ?? PageLinks.Of(name, Pack.Lines, Now.Language, Moment.Pages)
            ?? Pack.Lines.Find(Now.Language, $"{name}.none")?.Text) ?? id;

    /// <summary>Ends a pause.</summary>
    /// <returns>False: there was none.</returns>
    public bool Wake()
    {
        if (Now.Mode != Mode.Paused)
        {
            return false;
        }

        Now = Now with { Mode = Mode.Bot };
        return true;
    }

    /// <summary>Says a line as a message of its own. A greeting comes bare: what was understood is said back after it.</summary>
    public void Say(string id, params (string Name, string Value)[] values) =>
        SayText(Now.At.Length == 0 ? Line(id, values) : TakeLead(Line(id, values)));

    /// <summary>Says words as a message of their own.</summary>
    public void SayText(string text) => Add(new Reply(text, ReplyClass.Advice));

    /// <summary>Puts words before the next question, in the same message: an acknowledgement is not a message of its own.</summary>
    public void Lead(string text)
    {
        if (_lead.Length > 0)
        {
            _lead.Append('\n');
        }

        _lead.Append(text);
    }

    /// <summary>Says back what was understood; several things of one message stand together.</summary>
    public void Note(string fact, Fact value) => _noted.Add((Words.Label(fact), Words.Words(fact, value)));

    /// <summary>Nothing waits to be said before the next question.</summary>
    public bool Quiet => _lead.Length == 0 && _noted.Count == 0;

    /// <summary>Puts a case in place of the one before; the facts that follow from it change with it.</summary>
    public void File(CaseFile file) =>
        Now = Now with { Case = file, Facts = CaseFacts.On(Now.Facts, file, Pack.Facts) };

    /// <summary>Asks, with whatever leads to it.</summary>
    public void Ask(string text, IReadOnlyList<ShownChoice> choices, string step, bool many = false) =>
        Add(new Reply(TakeLead(text), ReplyClass.Question) { Choices = choices, Step = step, Many = many, Version = Now.Version });

    public void Add(Reply reply) => _replies.Add(Now.Language == Pack.Lines.Languages[0] ? reply : reply with { Language = Now.Language });

    public void Speak(string language)
    {
        Now = Now with { Language = language };
        Words = new FactWords(Pack, language);
    }

    /// <summary>The turn as a value. Words that still wait for a question become a message.</summary>
    public Turn Done()
    {
        Unkept.Settle(this);
        if (TakeLead("") is { Length: > 0 } rest)
        {
            SayText(rest);
        }

        // Only a new question makes the buttons of the last one old.
        if (!_replies.Exists(reply => reply.Class == ReplyClass.Question))
        {
            Now = Now with { Version = Now.Version - 1 };
        }

        return new Turn(Now, _replies, Effects) { Letters = Letters, Withheld = Withheld, Picked = Picked };
    }

    private string TakeLead(string text)
    {
        LeadNoted();
        if (NotKept)
        {
            NotKept = false;
            Lead(Line("consent.not-kept.sensitive"));
        }

        if (_lead.Length == 0)
        {
            return text;
        }

        var whole = text.Length == 0 ? _lead.ToString() : $"{_lead}\n\n{text}";
        _lead.Clear();
        return whole;
    }

    private void LeadNoted()
    {
        if (_noted.Count == 1)
        {
            Lead(Line("noted", ("label", _noted[0].Label), ("value", _noted[0].Value)));
        }
        else if (_noted.Count > 1)
        {
            Lead(Line("noted.many", ("lines", string.Join('\n', _noted.Select(one => Line("noted.line", ("label", one.Label), ("value", one.Value)))))));
        }

        _noted.Clear();
    }
}
