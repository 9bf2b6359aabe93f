using System.Text.Json;
using ChatHelper.Conversations;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Tests.Walking;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Terminal;

namespace ChatHelper.Tests.Conversations;

/// <summary>Whatever people do, a conversation comes back from storage as it was, and stands where it stood.</summary>
public sealed class StoredWalkTests
{
    private const int Walks = 40;
    private const int Moves = 30;

    [Fact]
    public void A_conversation_comes_back_from_storage_as_it_was()
    {
        var decider = new Decider(ScenarioTalk.China);
        for (var seed = 0; seed < Walks; seed++)
        {
            foreach (var pace in new Walk(decider, (ulong)(1_000_000 + seed)).Turns(Moves))
            {
                var stored = Stored(pace.Turn.Next);
                var back = JsonSerializer.Deserialize(stored, StoredJson.Plain.Conversation)! with
                {
                    Case = JsonSerializer.Deserialize(JsonSerializer.Serialize(pace.Turn.Next.Case, StoredJson.Plain.CaseFile), StoredJson.Plain.CaseFile) ?? CaseFile.Empty,
                };

                Assert.Equal(stored, Stored(back));
                Assert.Equal(decider.Standing(pace.Turn.Next, pace.Moment)?.Text, decider.Standing(back, pace.Moment)?.Text);
            }
        }
    }

    private static string Stored(Conversation conversation) => JsonSerializer.Serialize(conversation, StoredJson.Plain.Conversation);
}
