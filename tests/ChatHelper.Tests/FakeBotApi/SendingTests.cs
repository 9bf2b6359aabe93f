using System.Text;
using System.Text.Json;
using ChatHelper.Fakes;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Tests.Fakes;

public sealed class SendingTests
{
    public static TheoryData<string, string> Refusals => new()
    {
        { """{"chat_id":1,"text":""}""", "message text is empty" },
        { """{"chat_id":1,"text":"  "}""", "text must be non-empty" },
        { """{"text":"x"}""", "chat_id is empty" },
        { """{"chat_id":2,"text":"x"}""", "chat not found" },
        { $$"""{"chat_id":1,"text":"{{new string('x', 4097)}}"}""", "message is too long" },
        { """{"chat_id":1,"text":"\ud800"}""", "strings must be encoded in UTF-8" },
        { """{"chat_id":1,"text":"abc","entities":[{"type":"bold","offset":2,"length":2}]}""", "ENTITY_BOUNDS_INVALID" },
        { """{"chat_id":1,"text":"😀","entities":[{"type":"bold","offset":0,"length":1}]}""", "entity ends in a middle of a UTF-16 symbol" },
        { """{"chat_id":1,"text":"x","message_thread_id":9}""", "message thread not found" },
        { """{"chat_id":1,"text":"x","reply_parameters":{"message_id":99}}""", "message to be replied not found" },
        { $$$"""{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"{{{new string('字', 22)}}}"}]]}}""", "BUTTON_DATA_INVALID" },
        { """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a"}]]}}""", "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard" },
        { $$$"""{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","copy_text":{"text":"{{{new string('x', 257)}}}"}}]]}}""", "BUTTON_COPY_TEXT_INVALID" },
        { """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[{"text":"a"}]}}""", "Field \"inline_keyboard\" must be an Array of Arrays" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_message_that_breaks_a_rule_is_refused_with_the_contracts_words(string body, string words)
    {
        await using var fake = await FakeBotApi.StartAsync();
        using var bot = new Caller(fake);
        fake.Persons.Text(1, "/start");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await bot.Http.PostAsync($"{fake.BaseUrl}/bot{fake.Token}/SENDMESSAGE", content);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("Bad Request: " + words, answer.RootElement.GetProperty("description").GetString());
        Assert.Equal(LedgerKind.Refused, Assert.Single(fake.Ledger.Entries).Kind);
    }

    [Fact]
    public async Task Texts_of_4096_units_and_data_of_64_bytes_pass()
    {
        await using var fake = await FakeBotApi.StartAsync();
        using var bot = new Caller(fake);
        fake.Persons.Text(1, "/start");
        var text = new string('字', 4096);

        var sent = await bot.Result("sendMessage", new { chat_id = 1, text, reply_markup = Caller.Keyboard(new string('d', 64)) });

        Assert.Equal(text, sent.GetProperty("text").GetString());
        Assert.Equal(text, Assert.Single(fake.Ledger.Texts(1)));
        Assert.Equal(new string('d', 64), Assert.Single(fake.Persons.Choices(1)).Data);
    }

    [Fact]
    public async Task Json_form_and_multipart_bodies_mean_the_same()
    {
        await using var fake = await FakeBotApi.StartAsync();
        using var bot = new Caller(fake);
        fake.Persons.Text(1, "/start");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["chat_id"] = "1", ["text"] = "你 & 我", ["reply_markup"] = """{"inline_keyboard":[[{"text":"a","callback_data":"k"}]]}""" };
        using var form = new FormUrlEncodedContent(fields);
        using var multipart = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            multipart.Add(new StringContent(value), name);
        }

        await bot.Result("sendMessage", new { chat_id = "1", text = fields["text"], reply_markup = fields["reply_markup"] });
        await bot.Http.PostAsync($"{fake.BaseUrl}/bot{fake.Token}/sendMessage", form);
        await bot.Http.PostAsync($"{fake.BaseUrl}/bot{fake.Token}/sendMessage", multipart);

        Assert.Equal(["你 & 我", "你 & 我", "你 & 我"], fake.Ledger.Texts(1));
        Assert.Single(fake.Ledger.Entries.Select(e => e.ReplyMarkup).Distinct());
    }

    [Fact]
    public async Task The_same_edit_twice_is_not_modified()
    {
        await using var fake = await FakeBotApi.StartAsync();
        using var bot = new Caller(fake);
        fake.Persons.Text(1, "/start");
        var id = (await bot.Result("sendMessage", new { chat_id = 1, text = "a", reply_markup = Caller.Keyboard("k") })).GetProperty("message_id").GetInt32();
        var edit = new { chat_id = 1, message_id = id, text = "b", reply_markup = Caller.Keyboard("k", "l") };

        await bot.Result("editMessageText", edit);
        Assert.StartsWith("Bad Request: message is not modified", await bot.Refusal("editMessageText", edit), StringComparison.Ordinal);
        await bot.Result("editMessageReplyMarkup", new { chat_id = 1, message_id = id });
        Assert.StartsWith("Bad Request: message is not modified", await bot.Refusal("editMessageReplyMarkup", new { chat_id = 1, message_id = id }), StringComparison.Ordinal);
        Assert.Equal("Bad Request: message to edit not found", await bot.Refusal("editMessageText", new { chat_id = 1, message_id = 999, text = "b" }));
        Assert.Equal("b", fake.Persons.Shown(1, id));
        Assert.Empty(fake.Persons.Choices(1));
    }

    [Fact]
    public async Task A_document_keeps_name_and_bytes_and_a_persons_file_can_be_fetched()
    {
        await using var fake = await FakeBotApi.StartAsync();
        using var bot = new Caller(fake);
        fake.Persons.File(1, "截图.png", "image/png", [1, 2, 3], "看");
        var fileId = (await bot.Updates(0))[0].GetProperty("message").GetProperty("document").GetProperty("file_id").GetString();
        var path = (await bot.Result("getFile", new { file_id = fileId })).GetProperty("file_path").GetString();

        Assert.Equal([1, 2, 3], await bot.Http.GetByteArrayAsync($"{fake.BaseUrl}/file/bot{fake.Token}/{path}"));

        using var upload = new MultipartFormDataContent { { new StringContent("1"), "chat_id" }, { new StringContent("投诉信"), "caption" }, { new ByteArrayContent(new byte[2000]), "document", "投诉信.docx" } };
        using var response = await bot.Http.PostAsync($"{fake.BaseUrl}/bot{fake.Token}/sendDocument", upload);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var sent = Assert.Single(fake.Ledger.Entries);
        Assert.Equal(("投诉信.docx", 2000, "投诉信"), (sent.DocumentName, sent.DocumentLength, sent.Text));
        Assert.Equal(2000, fake.Persons.Document(1, sent.MessageId)!.Length);
    }

    [Fact]
    public async Task Files_beyond_20_mebibytes_cannot_be_fetched()
    {
        await using var fake = await FakeBotApi.StartAsync();
        using var bot = new Caller(fake);
        fake.Persons.File(1, "long.mp4", "video/mp4", new byte[(20 << 20) + 1]);
        var fileId = (await bot.Updates(0))[0].GetProperty("message").GetProperty("document").GetProperty("file_id").GetString();

        Assert.Equal("Bad Request: file is too big", await bot.Refusal("getFile", new { file_id = fileId }));
    }

    [Fact]
    public async Task Topics_open_close_and_carry_copies()
    {
        await using var fake = await FakeBotApi.StartAsync();
        using var bot = new Caller(fake);
        fake.Persons.AddGroup(-100, "Desk");
        fake.Persons.Text(1, "help");
        var thread = (await bot.Result("createForumTopic", new { chat_id = -100, name = "P1" })).GetProperty("message_thread_id").GetInt32();

        await bot.Result("copyMessage", new { chat_id = -100, from_chat_id = 1, message_id = 1, message_thread_id = thread });
        await bot.Result("closeForumTopic", new { chat_id = -100, message_thread_id = thread });
        Assert.Equal("Bad Request: TOPIC_NOT_MODIFIED", await bot.Refusal("closeForumTopic", new { chat_id = -100, message_thread_id = thread }));
        await bot.Result("reopenForumTopic", new { chat_id = -100, message_thread_id = thread });

        Assert.Equal((thread, "help"), fake.Ledger.Entries.Where(e => e.Kind == LedgerKind.Sent).Select(e => (e.ThreadId, e.Text)).Single());
    }

    [Fact]
    public async Task Messages_are_deleted_for_48_hours_only()
    {
        await using var fake = await FakeBotApi.StartAsync();
        using var bot = new Caller(fake);
        fake.Persons.Text(1, "old");
        fake.Advance(TimeSpan.FromHours(49));
        fake.Persons.Text(1, "new");

        Assert.Equal("Bad Request: message can't be deleted for everyone", await bot.Refusal("deleteMessages", new { chat_id = 1, message_ids = new[] { 1, 2 } }));
        Assert.Equal("Bad Request: too many message identifiers specified", await bot.Refusal("deleteMessages", new { chat_id = 1, message_ids = Enumerable.Range(1, 101) }));
        await bot.Result("deleteMessages", new { chat_id = 1, message_ids = new[] { 2, 77 } });
        Assert.Equal([2], fake.Ledger.Entries.Where(e => e.Kind == LedgerKind.Deleted).Select(e => e.MessageId));
    }

    [Fact]
    public async Task Another_token_and_an_unknown_method_are_refused()
    {
        await using var fake = await FakeBotApi.StartAsync();
        using var bot = new Caller(fake);

        Assert.Equal(401, (int)(await bot.Http.GetAsync($"{fake.BaseUrl}/bot1:other/getMe")).StatusCode);
        Assert.Equal("Not Found: method not found", await bot.Refusal("sendGift", status: 404));
    }
}
