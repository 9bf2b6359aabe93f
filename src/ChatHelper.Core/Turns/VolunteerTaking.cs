namespace ChatHelper.Core.Turns;

/// <summary>While a human speaks the bot is silent; afterwards it returns to the same question.</summary>
internal static class VolunteerTaking
{
    public static void Take(Talk talk, Incoming incoming)
    {
        switch (incoming)
        {
            case VolunteerCame came:
                talk.Now = talk.Now with { Mode = Mode.Human };
                talk.Say(talk.Moment.Pushes ? "volunteer.came" : "volunteer.came.answers", ("name", came.Pseudonym));
                break;
            case VolunteerSaid said:
                talk.Now = talk.Now with { Mode = Mode.Human };
                talk.Add(new Reply(talk.Line("volunteer.said", ("name", said.Pseudonym), ("text", said.Text)), ReplyClass.Advice));
                break;
            case VolunteerShowed showed:
                talk.Now = talk.Now with { Mode = Mode.Human };
                talk.Add(new Reply("", ReplyClass.Advice) { Files = [showed.File] });
                break;
            default:
                talk.Now = talk.Now with { Mode = Mode.Bot };
                Left(talk);
                break;
        }
    }

    private static void Left(Talk talk)
    {
        if (talk.Now.Crisis is not null)
        {
            talk.Say("volunteer.gone");
            if (CrisisTaking.HumanLeft(talk))
            {
                return;
            }
        }
        else
        {
            talk.Lead(talk.Line("volunteer.left"));
        }

        talk.Settle();
    }
}
