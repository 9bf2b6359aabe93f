using System.Text;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatHelper.Core.Tests.Standins;

/// <summary>Calls as they go over the wire. The same tests pass with the stand-in and with the published package.</summary>
public sealed class TelegramBotTests : IDisposable
{
    private const string SentMessage = """{"message_id":7,"date":1790000000,"chat":{"id":42,"type":"private"},"text":"ok"}""";

    private readonly RecordedBotApi _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_message_is_posted_as_json_to_the_method_of_the_bot()
    {
        var sent = await _api.Gives(SentMessage).Client().SendMessage(42, "你好 \"<&>\" 😀");

        Assert.Equal(7, sent.Id);
        Assert.Equal(new DateTime(2026, 9, 21, 14, 13, 20, DateTimeKind.Utc), sent.Date);
        Assert.Equal($"http://127.0.0.1:8081/bot{RecordedBotApi.Token}/sendMessage", _api.Asked[0].Address.AbsoluteUri);
        Assert.StartsWith("application/json", _api.Asked[0].ContentType);
        Assert.Equal("""{"chat_id":42,"text":"你好 \"<&>\" 😀"}""", Plain(_api.LastJson));
    }

    [Fact]
    public async Task Every_option_of_a_message_has_its_name_on_the_wire()
    {
        var keyboard = new InlineKeyboardMarkup()
            .AddNewRow(InlineKeyboardButton.WithCallbackData("家人", "3·who·family"), InlineKeyboardButton.WithUrl("网页", "https://example.org/"))
            .AddNewRow(InlineKeyboardButton.WithCopyText("复制", "文字"))
            .AddButton("更多", "more");

        await _api.Gives(SentMessage).Client().SendMessage(
            "@channel", "*x*", ParseMode.MarkdownV2, replyParameters: 5, replyMarkup: keyboard, linkPreviewOptions: LinkPreviewOptions.Disabled,
            messageThreadId: 9, entities: [new MessageEntity { Type = MessageEntityType.TextLink, Offset = 0, Length = 3, Url = "https://example.org/" }],
            disableNotification: true, protectContent: true);

        Assert.Equal(
            Sorted("""
            {"chat_id":"@channel","text":"*x*","parse_mode":"MarkdownV2","reply_parameters":{"message_id":5},
             "reply_markup":{"inline_keyboard":[[{"text":"家人","callback_data":"3·who·family"},{"text":"网页","url":"https://example.org/"}],
             [{"text":"复制","copy_text":{"text":"文字"}},{"text":"更多","callback_data":"more"}]]},
             "link_preview_options":{"is_disabled":true},"message_thread_id":9,
             "entities":[{"type":"text_link","offset":0,"length":3,"url":"https://example.org/"}],
             "disable_notification":true,"protect_content":true}
            """),
            Sorted(_api.LastJson.GetRawText()));
    }

    [Fact]
    public async Task Every_call_names_its_method_and_sends_what_it_was_given()
    {
        var bot = _api.Client();
        async Task Case(string method, string result, string body, Func<Task> call)
        {
            _api.Gives(result);
            await call();
            Assert.EndsWith("/" + method, _api.Asked[^1].Address.AbsolutePath);
            Assert.Equal(body.Length == 0 ? "" : Sorted(body), body.Length == 0 ? _api.Asked[^1].Body : Sorted(_api.Asked[^1].Body));
        }

        await Case("getMe", """{"id":1,"is_bot":true,"first_name":"b"}""", "", async () => Assert.True((await bot.GetMe()).IsBot));
        await Case("getUpdates", "[]", """{"offset":5,"limit":100,"timeout":50,"allowed_updates":["message","callback_query","my_chat_member"]}""",
            () => bot.GetUpdates(5, 100, 50, [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember]));
        await Case("setWebhook", "true", """{"url":"https://example.org/hook","secret_token":"s","drop_pending_updates":true,"max_connections":40}""",
            () => bot.SetWebhook("https://example.org/hook", maxConnections: 40, dropPendingUpdates: true, secretToken: "s"));
        await Case("deleteWebhook", "true", "{}", () => bot.DeleteWebhook());
        await Case("getWebhookInfo", """{"url":"","pending_update_count":3}""", "",
            async () => Assert.Equal(3, (await bot.GetWebhookInfo()).PendingUpdateCount));
        await Case("editMessageText", SentMessage, """{"chat_id":42,"message_id":7,"text":"neu","reply_markup":{"inline_keyboard":[]}}""",
            () => bot.EditMessageText(42, 7, "neu", replyMarkup: InlineKeyboardMarkup.Empty()));
        await Case("editMessageReplyMarkup", SentMessage, """{"chat_id":42,"message_id":7}""", () => bot.EditMessageReplyMarkup(42, 7));
        await Case("answerCallbackQuery", "true", """{"callback_query_id":"q","text":"t","show_alert":true}""",
            () => bot.AnswerCallbackQuery("q", "t", showAlert: true));
        await Case("sendChatAction", "true", """{"chat_id":42,"action":"upload_document"}""", () => bot.SendChatAction(42, ChatAction.UploadDocument));
        await Case("getFile", """{"file_id":"f","file_unique_id":"u","file_path":"a/b.jpg","file_size":3}""", """{"file_id":"f"}""",
            async () => Assert.Equal("a/b.jpg", (await bot.GetFile("f")).FilePath));
        await Case("setMyCommands", "true", """{"commands":[{"command":"stop","description":"停"}],"scope":{"type":"default"},"language_code":"zh"}""",
            () => bot.SetMyCommands([new BotCommand("stop", "停")], BotCommandScope.Default(), "zh"));
        await Case("createForumTopic", """{"message_thread_id":11,"name":"n","icon_color":0}""", """{"chat_id":-100,"name":"n"}""",
            async () => Assert.Equal(11, (await bot.CreateForumTopic(-100, "n")).MessageThreadId));
        await Case("closeForumTopic", "true", """{"chat_id":-100,"message_thread_id":11}""", () => bot.CloseForumTopic(-100, 11));
        await Case("reopenForumTopic", "true", """{"chat_id":-100,"message_thread_id":11}""", () => bot.ReopenForumTopic(-100, 11));
        await Case("copyMessage", """{"message_id":12}""", """{"chat_id":-100,"from_chat_id":42,"message_id":7,"message_thread_id":11}""",
            async () => Assert.Equal(12, (await bot.CopyMessage(-100, 42, 7, messageThreadId: 11)).Id));
        await Case("deleteMessages", "true", """{"chat_id":42,"message_ids":[1,2]}""", () => bot.DeleteMessages(42, [1, 2]));
        await Case("sendDocument", SentMessage, """{"chat_id":42,"document":"f","caption":"c"}""",
            () => bot.SendDocument(42, InputFile.FromFileId("f"), "c"));
    }

    [Fact]
    public async Task A_document_of_ours_goes_as_a_form_with_its_name_in_utf8()
    {
        using var letter = new MemoryStream(Encoding.UTF8.GetBytes("letter bytes"));

        await _api.Gives(SentMessage).Client().SendDocument(
            42, InputFile.FromStream(letter, "举报信.docx"), caption: "请看", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("好", "ok")));

        var (_, type, body) = _api.Asked[0];
        Assert.StartsWith("multipart/form-data", type);
        var flat = body.Replace("\"", "").Replace("\r\n", "\n");
        Assert.Contains("name=chat_id\n\n42\n", flat);
        Assert.Contains("name=caption\n\n请看\n", flat);
        Assert.Contains("name=document\n\nattach://0\n", flat);
        Assert.Contains("name=0; filename=举报信.docx\n\nletter bytes\n", flat);
        Assert.Contains("inline_keyboard", flat);
    }

    [Fact]
    public async Task A_certificate_of_ours_goes_with_the_webhook()
    {
        using var certificate = new MemoryStream("certificate bytes"u8.ToArray());
        await _api.Gives("true").Client().SetWebhook("https://example.org/hook", InputFile.FromStream(certificate, "hook.pem"));

        var flat = _api.Asked[0].Body.Replace("\"", "").Replace("\r\n", "\n");
        Assert.Contains("name=certificate\n\nattach://0\n", flat);
        Assert.Contains("name=0; filename=hook.pem\n\ncertificate bytes\n", flat);
    }

    [Fact]
    public async Task A_file_is_copied_to_the_stream()
    {
        using var copy = new MemoryStream();
        await _api.GivesRaw("file bytes").Client().DownloadFile(new TGFile { FileId = "f", FilePath = "photos/1.jpg" }, copy);

        Assert.Equal("file bytes", Encoding.UTF8.GetString(copy.ToArray()));
        Assert.Equal($"http://127.0.0.1:8081/file/bot{RecordedBotApi.Token}/photos/1.jpg", _api.Asked[0].Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("no colon")]
    [InlineData(":secret")]
    [InlineData("abc:secret")]
    public void A_token_of_another_shape_is_refused_without_being_told(string token)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new TelegramBotClientOptions(token));
        Assert.DoesNotContain(token, refusal.ToString());
    }

    [Fact]
    public void The_bot_knows_its_number() => Assert.Equal(4839574812, _api.Client().BotId);

    private static string Plain(JsonElement json) =>
        $$"""{"chat_id":{{json.GetProperty("chat_id").GetInt64()}},"text":"{{json.GetProperty("text").GetString()!.Replace("\"", "\\\"")}}"}""";

    // The order of properties means nothing in JSON and differs between the two builds.
    private static string Sorted(string json) => Sorted(JsonDocument.Parse(json).RootElement);

    private static string Sorted(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', json.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}:{Sorted(p.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(',', json.EnumerateArray().Select(Sorted)) + "]",
        _ => json.ToString(),
    };
}
