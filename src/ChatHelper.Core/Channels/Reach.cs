using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Channels;

/// <summary>Lets dialogs know how this person is reached now: on a channel that answers and never begins, nobody can be promised a
/// reminder. The fact follows the channel from turn to turn.</summary>
internal static class Reach
{
    /// <summary>Name of the fact; a pack that does not declare it does without.</summary>
    public const string Fact = "reach";

    /// <summary>Its value where the bot only answers.</summary>
    public const string Answers = "answers";

    public static void Note(Talk talk)
    {
        if (!talk.Pack.Facts.ContainsKey(Fact))
        {
            return;
        }

        var facts = talk.Now.Facts;
        var noted = facts[Fact] is not null;
        if (noted == talk.Moment.Pushes)
        {
            talk.Now = talk.Now with { Facts = noted ? facts.Without(Fact) : facts.With(Fact, Facts.Fact.Said("", Answers)) };
        }
    }
}
