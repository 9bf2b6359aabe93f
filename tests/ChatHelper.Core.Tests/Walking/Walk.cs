using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Walking;

/// <summary>One turn of a walk, with what stood before it.</summary>
internal sealed record Pace(Conversation Before, Incoming Incoming, Moment Moment, Turn Turn, Reply? Standing);

/// <summary>One person who does anything: presses, types, skips, asks, changes, waits, comes back. The same seed, the same walk.</summary>
internal sealed class Walk(Decider decider, ulong seed)
{
    private const string Channel = "walk";
    private static readonly string[] s_words =
        ["跳过", "不知道", "返回", "改", "撤回", "菜单", "停", "继续", "继续问", "应急卡", "帮助", "人工", "回到机器人", "删除", "为什么", "不想说", "不适用", "打包", "不要脚注", "pdf", "换语言", "问题", "提醒", "备份", "隐私", "撤回同意", "开始保存", "保留", "立刻清空", "我今年12岁"];

    private static readonly string[] s_papers =
        ["报案材料", "投诉信", "时间线", "话术", "给家人的短信", "给老师的短信", "房东的短信", "给领导的短信", "投诉材料", "文书", "证据怎么留", "合法吗", "打包", "权限", "备份", "提醒", "先告诉谁"];

    private readonly string[] _commands = [.. decider.Pack.Commands.Ids];
    private readonly Dice _dice = new(seed);
    private readonly Dictionary<string, Instant> _schedule = new(StringComparer.Ordinal);
    private readonly List<(int Version, string Step, IReadOnlyList<ShownChoice> Choices)> _old = [];
    private Instant _now = Instant.FromUtc(2026, 11, 18, 12, 30);
    private IReadOnlyList<ShownChoice> _shown = [];
    private bool _many;
    private bool _desk;
    private int _key;

    // Two of three have agreed to being kept; the third is asked.
    public Conversation Now { get; private set; } = Fresh(decider, seed);

    private static Conversation Fresh(Decider decider, ulong seed) =>
        seed % 3 == 1 ? decider.Begin() : decider.Agreed(new Moment(Instant.FromUtc(2026, 11, 18, 12, 30)));

    /// <summary>The turns, one after the other; a clock that moves may bring several at once.</summary>
    public IEnumerable<Pace> Turns(int moves)
    {
        for (var move = 0; move < moves; move++)
        {
            if (_dice.Roll(60) == 0)
            {
                foreach (var due in Wait(Duration.FromMinutes(_dice.Of([30, 180, 1440, 10_080, 57_600]))))
                {
                    yield return due;
                }
            }

            yield return Take(Next());
        }
    }

    // Every third person is calm: they answer what is asked, look into menus and ask for papers.
    private Incoming Next() => (seed % 3 == 0 ? _dice.Roll(82) : _dice.Roll(100)) switch
    {
        < 5 => new Pressed(Channel, Key(), null, null, [_dice.Of(_commands)]),
        < 8 => Says(_dice.Of(s_papers)),
        < 42 when _shown.Count > 0 => Press(),
        < 48 when _shown.Count > 0 => Says($"{1 + _dice.Roll(_shown.Count)}"),
        < 70 => Says(Words.For(Step, _dice)),
        < 80 => Says(Words.Story(_dice)),
        < 87 => Says(_dice.Of(s_words)),
        < 90 => Says(Question()),
        < 92 when _old.Count > 0 => Stale(),
        < 93 => new Gave(Channel, Key(), new GivenFile($"f{_key}", "截图.png", _dice.Of(["image", "voice", "document", "refused-kind", "refused-size"]), 1000, new string('0', 64)), _dice.Roll(2) == 0 ? "" : Words.Story(_dice)),
        < 96 => Says(Words.HostileOne(_dice)),
        < 98 when _shown.Count > 0 => new Pressed(Channel, Key(), Now.Version, null, ["no-such-choice", _dice.Of(_shown).Id]),
        98 => Desk(),
        _ => Says(Words.Aside(_dice)),
    };

    private Step? Step => decider.Pack.Steps.GetValueOrDefault(Now.At);

    private Pressed Press()
    {
        List<string> picked = [_dice.Of(_shown).Id];
        while (_many && _dice.Roll(2) == 0)
        {
            picked.Add(_dice.Of(_shown).Id);
        }

        return new Pressed(Channel, Key(), null, null, [.. picked.Distinct(StringComparer.Ordinal)]);
    }

    private Pressed Stale()
    {
        var (version, step, choices) = _dice.Of(_old);
        return new Pressed(Channel, Key(), version, StepCode.Of(step), [_dice.Of(choices).Id]);
    }

    private Incoming Desk()
    {
        _desk = !_desk;
        return Now.Mode == Mode.Human ? new VolunteerLeft(Channel, Key())
            : _dice.Roll(3) == 0 ? new WentAway(Channel, Key())
            : _dice.Roll(3) == 0 ? new VolunteerSaid(Channel, Key(), "小林", "我在，慢慢说")
            : new VolunteerCame(Channel, Key(), "小林");
    }

    private string Question()
    {
        var asked = decider.Pack.Faq.Entries[_dice.Roll(decider.Pack.Faq.Entries.Count)].Asks;
        return asked.Count == 0 ? "会上征信吗？" : _dice.Of(asked);
    }

    private Said Says(string text) => new(Channel, Key(), text);

    private IEnumerable<Pace> Wait(Duration time)
    {
        var target = _now + time;
        for (var due = 0; due < 50 && _schedule.Count > 0 && _schedule.MinBy(pair => pair.Value) is var next && next.Value <= target; due++)
        {
            _schedule.Remove(next.Key);
            _now = Instant.Max(_now, next.Value);
            yield return Take(new FellDue(Channel, Key(), next.Key, next.Value));
        }

        _now = target;
        if (time >= Duration.FromDays(7))
        {
            yield return Take(new Expired(Channel, Key()));
        }
    }

    private Pace Take(Incoming incoming)
    {
        var moment = new Moment(_now, _desk, Waiting: 2, Pages: new Uri("https://example.com/"), Pdf: seed % 2 == 0) { Channel = seed % 2 == 0 ? "telegram" : "web" };
        var before = Now;
        var turn = decider.Decide(before, incoming, moment);
        Now = turn.Next;
        if (turn.Replies.LastOrDefault(reply => reply.Choices.Count > 0) is { } asked)
        {
            (_shown, _many) = (asked.Choices, asked.Many);
            _old.Add((asked.Version, asked.Step, asked.Choices));
        }

        foreach (var effect in turn.Effects)
        {
            Apply(effect);
        }

        return new Pace(before, incoming, moment, turn, decider.Standing(Now, moment));
    }

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case Schedule schedule:
                _schedule[schedule.Kind] = schedule.At;
                break;
            case Unschedule unschedule:
                _schedule.Remove(unschedule.Kind);
                break;
            case Erase:
                _schedule.Clear();
                (Now, _shown) = (Fresh(decider, seed), []);
                break;
        }
    }

    private string Key() => $"{_key++}";
}
