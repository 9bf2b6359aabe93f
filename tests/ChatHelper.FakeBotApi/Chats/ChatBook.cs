using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ChatHelper.Fakes.Chats;

/// <summary>All chats. A chat exists once its person wrote (or a group was added), unless the options say otherwise.</summary>
internal sealed class ChatBook(FakeBotApiOptions options, Bot bot)
{
    private readonly ConcurrentDictionary<long, Chat> _chats = new();

    public Chat Open(long id) => _chats.TryGetValue(id, out var chat) ? chat : _chats.GetOrAdd(id, Make(id, id < 0 ? "Volunteers" : "Person", forum: false));

    public void AddGroup(long id, string title, bool forum) => _chats[id] = Make(id, title, forum);

    public bool TryFind(long? id, [NotNullWhen(true)] out Chat? chat)
    {
        chat = null;
        if (id is null or 0)
        {
            return false;
        }
        if (!_chats.TryGetValue(id.Value, out chat) && !options.KnownChatsOnly)
        {
            chat = Open(id.Value);
        }
        return chat is not null;
    }

    private Chat Make(long id, string title, bool forum) => new(id, title, forum, bot, options.KeepLedger ? int.MaxValue : 64);
}
