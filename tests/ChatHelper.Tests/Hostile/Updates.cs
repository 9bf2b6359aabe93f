namespace ChatHelper.Tests.Hostile;

/// <summary>Updates of every kind that reaches us, as the Bot API spells them.</summary>
internal static class Updates
{
    private const string From = """ "from":{"id":42,"is_bot":false,"first_name":"小禾","language_code":"zh-hans"},"chat":{"id":42,"first_name":"小禾","type":"private"},"date":1795000000""";
    private const string Group = """ "from":{"id":77,"is_bot":false,"first_name":"V"},"chat":{"id":-1001,"title":"V","type":"supergroup","is_forum":true},"date":1795000000,"message_thread_id":5,"is_topic_message":true""";
    private const string Asked = """ "message_id":9,"from":{"id":1,"is_bot":true,"first_name":"B"},"chat":{"id":42,"type":"private"},"date":1795000000,"text":"谁接到了电话？","reply_markup":{"inline_keyboard":[[{"text":"☐ 1. 家人","callback_data":"-3.1a2b3c4d.family"}],[{"text":"☑ 2. 同事","callback_data":"+3.1a2b3c4d.colleague"}],[{"text":"完成","callback_data":"=3.1a2b3c4d."}]]}""";

    public static IReadOnlyList<string> All { get; } =
    [
        Message("\"text\":\"他们昨天打给我妈，说要爆通讯录\""),
        Message("\"text\":\"/start\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":6}]"),
        Message("\"text\":\"/erase@loopback_helper_bot now\""),
        Message("\"text\":\"19900001234 三千五 昨晚九点\",\"reply_to_message\":{\"message_id\":3,\"chat\":{\"id\":42,\"type\":\"private\"},\"date\":1795000000,\"text\":\"x\"}"),
        Message("\"text\":\"长\",\"forward_origin\":{\"type\":\"hidden_user\",\"sender_user_name\":\"x\",\"date\":1}"),
        Message("\"photo\":[{\"file_id\":\"a\",\"file_unique_id\":\"u\",\"width\":90,\"height\":90,\"file_size\":1000},{\"file_id\":\"b\",\"file_unique_id\":\"v\",\"width\":65535,\"height\":65535,\"file_size\":99999}],\"caption\":\"截图\",\"media_group_id\":\"7\""),
        Message("\"document\":{\"file_id\":\"d\",\"file_unique_id\":\"u\",\"file_name\":\"通话记录.csv\",\"mime_type\":\"text/csv\",\"file_size\":1234}"),
        Message("\"voice\":{\"file_id\":\"v\",\"file_unique_id\":\"u\",\"duration\":5,\"file_size\":9999}"),
        Message("\"video\":{\"file_id\":\"v\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1,\"duration\":5,\"file_size\":99999999}"),
        Message("\"audio\":{\"file_id\":\"v\",\"file_unique_id\":\"u\",\"duration\":5}"),
        Message("\"animation\":{\"file_id\":\"v\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1,\"duration\":5},\"document\":{\"file_id\":\"v\",\"file_unique_id\":\"u\"}"),
        Message("\"contact\":{\"phone_number\":\"19900001234\",\"first_name\":\"x\",\"vcard\":\"BEGIN:VCARD\\nEND:VCARD\"}"),
        Message("\"sticker\":{\"file_id\":\"s\"}"),
        Message("\"migrate_to_chat_id\":-100123"),
        $$$"""{"update_id":700000100,"edited_message":{"message_id":7,{{{From}}},"edit_date":1795000001,"text":"改"}}""",
        $$$"""{"update_id":700000101,"message":{"message_id":8,{{{Group}}},"text":"你好，我是志愿者"}}""",
        $$$"""{"update_id":700000102,"message":{"message_id":8,{{{Group}}},"text":"/close"}}""",
        Press("3.1a2b3c4d.family"), Press("-3.1a2b3c4d.family"), Press("+3.1a2b3c4d.colleague"), Press("=3.1a2b3c4d."), Press("0.00000000.erase"),
        """{"update_id":700000103,"callback_query":{"id":"4","from":{"id":42,"is_bot":false,"first_name":"小禾"},"inline_message_id":"x","chat_instance":"42","data":"1.1a2b3c4d.x"}}""",
        """{"update_id":700000104,"callback_query":{"id":"4","from":{"id":42,"is_bot":false,"first_name":"小禾"},"message":{"message_id":9,"chat":{"id":42,"type":"private"},"date":0},"chat_instance":"42","data":"=1.1a2b3c4d."}}""",
        """{"update_id":700000105,"my_chat_member":{"chat":{"id":42,"type":"private"},"from":{"id":42,"is_bot":false,"first_name":"x"},"date":1795000000,"old_chat_member":{"status":"member","user":{"id":1,"is_bot":true,"first_name":"B"}},"new_chat_member":{"status":"kicked","until_date":0,"user":{"id":1,"is_bot":true,"first_name":"B"}}}}""",
        """{"update_id":700000106,"poll":{"id":"1"}}""",
    ];

    private static string Message(string members) => $$$"""{"update_id":700000001,"message":{"message_id":7,{{{From}}},{{{members}}}}}""";

    private static string Press(string data) =>
        $$$"""{"update_id":700000002,"callback_query":{"id":"4000","from":{"id":42,"is_bot":false,"first_name":"小禾"},"message":{ {{{Asked}}} },"chat_instance":"42","data":"{{{data}}}"}}""";
}
