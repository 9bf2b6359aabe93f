using ChatHelper.Content;
using ChatHelper.Conversations;
using ChatHelper.Core.Content;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Rules;

namespace ChatHelper.Tests.Witness;

/// <summary>The bot never sends to a third person: messages to contacts are words that the person sends, or not.</summary>
public sealed class OnlyThePersonTests
{
    private static readonly string China = Path.Combine(Checkout.Root, "dialogs", "china");

    private static string[] Plays => [.. Directory.EnumerateFiles(Path.Combine(China, "plays"), "*.play").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task In_every_play_each_row_is_for_the_person_of_the_talk()
    {
        using var rig = new Rig(pack: PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china"));
        var rows = 0;
        foreach (var play in Plays)
        {
            var address = new Address("test", play);
            foreach (var (line, index) in Read(play).Lines.Select((line, index) => (line, index)))
            {
                var taken = line switch
                {
                    PlayLine.Types types => await rig.Say(play, $"{play}{index}", types.Text),
                    PlayLine.Presses presses => await rig.Press(play, $"{play}{index}", [.. presses.Choices]),
                    _ => null,
                };
                Assert.All(taken?.Rows ?? [], row => Assert.Equal(address, row.Address));
                rows += taken?.Rows.Count ?? 0;
            }
        }

        Assert.InRange(rows, 300, int.MaxValue);
        Assert.All(await Stored(rig), row => Assert.Equal(row.Owner, row.Row.Address));
    }

    [Fact]
    public void What_a_turn_can_order_names_no_other_address()
    {
        var effects = typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect))).Select(type => type.Name).Order(StringComparer.Ordinal);

        // A new effect belongs here once it is sure that it carries no words to anybody but the person and the desk.
        Assert.Equal(
            ["Discard", "EndHandOver", "Erase", "FlagForReview", "Forget", "HandOver", "InviteWitness", "MarkWitness", "Schedule", "TellDesk", "Unschedule"], effects);
        Assert.DoesNotContain(typeof(Reply).GetProperties(), property => property.Name.Contains("Address", StringComparison.Ordinal) || property.Name is "To" or "Recipient");
    }

    [Fact]
    public void A_flag_for_review_carries_the_name_of_an_answer_of_the_pack_and_nothing_else()
    {
        var pack = PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china");
        var flagging = pack.Faq.Entries.Where(entry => entry.Flag).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        HashSet<string> given = [];
        foreach (var play in Plays)
        {
            var stage = new PlayStage(new Decider(pack));
            foreach (var line in Read(play).Lines)
            {
                stage.Do(line);
                given.UnionWith(stage.Turns.SelectMany(turn => turn.Effects).OfType<FlagForReview>().Select(flag => flag.Reason));
            }
        }

        Assert.Equal(["Reason"], typeof(FlagForReview).GetProperties().Where(property => property.Name != "EqualityContract").Select(property => property.Name));
        Assert.Equal(flagging.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_message_to_contacts_is_handed_to_the_person_and_orders_nothing()
    {
        var decider = new Decider(PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china"));
        HashSet<string> given = [];
        foreach (var play in Plays)
        {
            var stage = new PlayStage(decider);
            foreach (var line in Read(play).Lines)
            {
                stage.Do(line);
                foreach (var turn in stage.Turns.Where(turn => turn.Letters.Any(letter => ToContacts(letter.Id))))
                {
                    Assert.Empty(turn.Effects);
                    given.UnionWith(turn.Letters.Select(letter => letter.Id[..3]).Where(ToContacts));
                }
            }
        }

        Assert.Equal(["D11", "D12", "D13"], given.Order(StringComparer.Ordinal));
    }

    private static bool ToContacts(string letter) => letter.StartsWith("D11", StringComparison.Ordinal)
        || letter.StartsWith("D12", StringComparison.Ordinal) || letter.StartsWith("D13", StringComparison.Ordinal);

    private static Play Read(string name)
    {
        var diagnostics = new Diagnostics();
        var play = PlayReader.Read($"plays/{name}", File.ReadAllText(Path.Combine(China, "plays", name)), diagnostics);
        Assert.Empty(diagnostics.Found);
        return play;
    }

    private static Task<List<(Address Owner, OutboxRow Row)>> Stored(Rig rig) => rig.Engine.Writer.Write(null, session => session
        .Query("SELECT person_id FROM person", row => row.GetInt64(0))
        .SelectMany(person => rig.Engine.Outbox.Of(session, person, 0).Select(row => (rig.Engine.Conversations.AddressOf(session, person)!.Value, row)))
        .ToList());
}
