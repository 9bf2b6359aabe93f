namespace Telegram.Bot.Types;

/// <summary>How a user stands to a chat.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "status")]
[JsonDerivedType(typeof(ChatMemberOwner), "creator")]
[JsonDerivedType(typeof(ChatMemberAdministrator), "administrator")]
[JsonDerivedType(typeof(ChatMemberMember), "member")]
[JsonDerivedType(typeof(ChatMemberRestricted), "restricted")]
[JsonDerivedType(typeof(ChatMemberLeft), "left")]
[JsonDerivedType(typeof(ChatMemberBanned), "kicked")]
public abstract class ChatMember
{
    [JsonIgnore]
    public ChatMemberStatus Status => this switch
    {
        ChatMemberOwner => ChatMemberStatus.Creator,
        ChatMemberAdministrator => ChatMemberStatus.Administrator,
        ChatMemberRestricted => ChatMemberStatus.Restricted,
        ChatMemberLeft => ChatMemberStatus.Left,
        ChatMemberBanned => ChatMemberStatus.Kicked,
        _ => ChatMemberStatus.Member,
    };

    public User User { get; set; } = default!;
}

/// <summary>Owns the chat.</summary>
public class ChatMemberOwner : ChatMember;

/// <summary>Looks after the chat.</summary>
public class ChatMemberAdministrator : ChatMember;

/// <summary>An ordinary member; in a private chat: talks to the bot (again).</summary>
public class ChatMemberMember : ChatMember;

/// <summary>May do only some things.</summary>
public class ChatMemberRestricted : ChatMember
{
    public bool IsMember { get; set; }
}

/// <summary>Is not there.</summary>
public class ChatMemberLeft : ChatMember;

/// <summary>Was sent away; in a private chat: the person blocked the bot.</summary>
public class ChatMemberBanned : ChatMember;
