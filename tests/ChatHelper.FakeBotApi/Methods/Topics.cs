using ChatHelper.Fakes.Chats;
using ChatHelper.Fakes.Http;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Fakes.Methods;

internal sealed class Topics(World world)
{
    public ValueTask Create(Call call)
    {
        var name = call.Arguments.String("name"u8);
        if (!TryForum(call, out var chat))
        {
            return default;
        }
        if (string.IsNullOrWhiteSpace(name) || name.Length > 128)
        {
            call.Refuse("TOPIC_TITLE_EMPTY");
            return default;
        }
        var thread = chat.OpenTopic();
        world.Enter(call, LedgerKind.Called, chat.Id, name, thread);
        var json = call.Answer.Result();
        json.WriteStartObject();
        json.WriteNumber("message_thread_id"u8, thread);
        json.WriteString("name"u8, name);
        json.WriteNumber("icon_color"u8, 7322096);
        json.WriteEndObject();
        return default;
    }

    public ValueTask Close(Call call) => Set(call, open: false);

    public ValueTask Reopen(Call call) => Set(call, open: true);

    public ValueTask Delete(Call call)
    {
        if (TryForum(call, out var chat))
        {
            var thread = call.Arguments.Whole("message_thread_id"u8, 0);
            if (chat.DeleteTopic(thread) is { } gone)
            {
                foreach (var message in gone)
                {
                    world.Enter(call, LedgerKind.Deleted, message);
                }
                world.Enter(call, LedgerKind.Called, chat.Id, messageId: thread);
                call.Answer.True();
            }
            else
            {
                call.Refuse("TOPIC_ID_INVALID");
            }
        }
        return default;
    }

    private ValueTask Set(Call call, bool open)
    {
        if (TryForum(call, out var chat))
        {
            var thread = call.Arguments.Whole("message_thread_id"u8, 0);
            switch (chat.SetTopic(thread, open))
            {
                case null:
                    call.Refuse("TOPIC_ID_INVALID");
                    break;
                case false:
                    call.Refuse("TOPIC_NOT_MODIFIED");
                    break;
                default:
                    world.Enter(call, LedgerKind.Called, chat.Id, messageId: thread);
                    call.Answer.True();
                    break;
            }
        }
        return default;
    }

    private bool TryForum(Call call, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Chat? chat)
    {
        if (!world.TryChat(call, out chat))
        {
            return false;
        }
        if (!chat.IsForum)
        {
            call.Refuse("the chat is not a forum");
        }
        return chat.IsForum;
    }
}
