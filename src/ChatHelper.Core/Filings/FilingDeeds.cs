using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Filings;

/// <summary>Takes what a person tells about a filing into the case, and moves the reminder with it.</summary>
internal static class FilingDeeds
{
    /// <summary>What <c>do: filing</c> can do.</summary>
    public static IReadOnlyList<string> Known { get; } = ["add", "accepted", "answered", "refused", "close", "over"];

    public static void Do(Talk talk, string what)
    {
        if (what == "add")
        {
            Add(talk);
        }
        else if (what == "over")
        {
            // Only now: a form whose answers are gone would be asked again.
            FilingForm.Forget(talk);
            talk.Now = talk.Now with { Frames = [.. talk.Now.Frames.SkipLast(1)] };
        }
        else if (FilingForm.Meant(talk) is { } meant)
        {
            var on = FilingForm.NewsDay(talk);
            Put(talk, meant, what switch
            {
                "accepted" => meant with { State = "accepted", AcceptedOn = on, Receipt = true },
                "answered" => meant with { State = "answered", AnsweredOn = on, Answer = FilingForm.NewsWords(talk) },
                "refused" => meant with
                {
                    State = "refused", RefusedOn = on, Answer = FilingForm.NewsWords(talk),
                    Refusal = FilingForm.OnPaper(talk) ? "paper" : "word",
                    RefusalKind = FilingForm.OnPaper(talk) ? FilingForm.NewsKind(talk) : "",
                },
                _ => meant with { State = "closed" },
            });
        }
    }

    // The same report told twice is one: the newer telling adds what it knows.
    private static void Add(Talk talk)
    {
        if (FilingForm.Where(talk) is not { } authority)
        {
            return;
        }

        var file = talk.Now.Case;
        var added = FilingForm.New(talk, file.Last + 1, authority);
        var same = file.Filings.LastOrDefault(filing => filing.Authority == authority && filing.On == added.On
            && (filing.CaseNumber.Length == 0 || added.CaseNumber.Length == 0 || filing.CaseNumber == added.CaseNumber));
        if (same is not null)
        {
            Put(talk, same, same with
            {
                CaseNumber = added.CaseNumber.Length > 0 ? added.CaseNumber : same.CaseNumber,
                Asked = added.Asked.Length > 0 ? added.Asked : same.Asked,
                Receipt = same.Receipt || added.Receipt,
            });
        }
        else
        {
            talk.File(file with { Last = added.No, Filings = [.. file.Filings, added] });
            Chase.Move(talk);
        }

        Reminders.ReminderFacts.Put(talk, "filing-which", authority);
    }

    private static void Put(Talk talk, Filing before, Filing after)
    {
        talk.File(talk.Now.Case with { Filings = [.. talk.Now.Case.Filings.Select(filing => filing.No == before.No ? after : filing)] });
        Reminders.ReminderFacts.Put(talk, "filing-which", after.Authority);
        Chase.Move(talk);
    }
}
