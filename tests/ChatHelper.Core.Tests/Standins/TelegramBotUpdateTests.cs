using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatHelper.Core.Tests.Standins;

/// <summary>Updates as they come and answers inside a webhook. The same tests pass with the stand-in and with the published package.</summary>
public class TelegramBotUpdateTests
{
    [Fact]
    public async Task Updates_are_read_with_their_kinds()
    {
        var updates = await new RecordedBotApi().Gives("""
            [
              {"update_id":1,"message":{"message_id":10,"from":{"id":42,"is_bot":false,"first_name":"某","language_code":"zh-hans"},
                "chat":{"id":42,"type":"private","first_name":"某"},"date":1790000000,"text":"/start","entities":[{"type":"bot_command","offset":0,"length":6}]}},
              {"update_id":2,"edited_message":{"message_id":10,"chat":{"id":42,"type":"private"},"date":1790000000,"edit_date":1790000005,"text":"x"}},
              {"update_id":3,"callback_query":{"id":"99","from":{"id":42,"is_bot":false,"first_name":"某"},"chat_instance":"c","data":"3·who·family",
                "message":{"message_id":11,"chat":{"id":42,"type":"private"},"date":0}}},
              {"update_id":4,"my_chat_member":{"chat":{"id":42,"type":"private"},"from":{"id":42,"is_bot":false,"first_name":"某"},"date":1790000000,
                "old_chat_member":{"user":{"id":1,"is_bot":true,"first_name":"b"},"status":"member"},
                "new_chat_member":{"user":{"id":1,"is_bot":true,"first_name":"b"},"status":"kicked","until_date":0}}},
              {"update_id":5,"something_of_next_year":{"id":1}}
            ]
            """).Client().GetUpdates();

        Assert.Equal([UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember, UpdateType.Unknown],
            updates.Select(update => update.Type));
        Assert.Equal([1, 2, 3, 4, 5], updates.Select(update => update.Id));
        Assert.Equal("zh-hans", updates[0].Message!.From!.LanguageCode);
        Assert.Equal(ChatType.Private, updates[0].Message!.Chat.Type);
        Assert.Equal(MessageEntityType.BotCommand, updates[0].Message!.Entities![0].Type);
        Assert.Equal(DateTimeKind.Utc, updates[1].EditedMessage!.EditDate!.Value.Kind);
        Assert.Equal("3·who·family", updates[2].CallbackQuery!.Data);
        Assert.Equal(default, updates[2].CallbackQuery!.Message!.Date);
        Assert.Equal(ChatMemberStatus.Member, updates[3].MyChatMember!.OldChatMember.Status);
        Assert.Equal(ChatMemberStatus.Kicked, updates[3].MyChatMember!.NewChatMember.Status);
        Assert.IsType<ChatMemberBanned>(updates[3].MyChatMember!.NewChatMember);
    }

    [Theory]
    [InlineData("\"text\":\"a\"", MessageType.Text)]
    [InlineData("\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":2,\"file_size\":3}],\"caption\":\"c\"", MessageType.Photo)]
    [InlineData("\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_name\":\"n.pdf\",\"mime_type\":\"application/pdf\"}", MessageType.Document)]
    [InlineData("\"voice\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"duration\":4,\"mime_type\":\"audio/ogg\"}", MessageType.Voice)]
    [InlineData("\"audio\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"duration\":4}", MessageType.Audio)]
    [InlineData("\"video\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1,\"duration\":4}", MessageType.Video)]
    [InlineData("\"animation\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1,\"duration\":4},\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\"}", MessageType.Animation)]
    [InlineData("\"contact\":{\"phone_number\":\"199 0000 0001\",\"first_name\":\"x\"}", MessageType.Contact)]
    [InlineData("\"migrate_to_chat_id\":-1001234567890", MessageType.MigrateToChatId)]
    [InlineData("\"something_of_next_year\":{}", MessageType.Unknown)]
    public void A_message_says_what_it_carries(string content, MessageType type)
    {
        var message = JsonSerializer.Deserialize<Message>(
            "{\"message_id\":1,\"date\":1790000000,\"chat\":{\"id\":1,\"type\":\"something_new\"}," + content + "}", JsonBotAPI.Options)!;

        Assert.Equal(type, message.Type);
        Assert.Equal(default, message.Chat.Type);
    }

    [Fact]
    public void An_update_written_by_a_fake_is_read_again()
    {
        var json = JsonSerializer.Serialize(
            new Update
            {
                Id = 3,
                MyChatMember = new ChatMemberUpdated
                {
                    Chat = new Chat { Id = 42, Type = ChatType.Private },
                    From = new User { Id = 42, FirstName = "某" },
                    Date = new DateTime(2026, 11, 18, 12, 30, 0, DateTimeKind.Utc),
                    OldChatMember = new ChatMemberMember { User = new User { Id = 1, FirstName = "b" } },
                    NewChatMember = new ChatMemberBanned { User = new User { Id = 1, FirstName = "b" } },
                },
            },
            JsonBotAPI.Options);
        var read = JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options)!;

        Assert.Equal(ChatMemberStatus.Kicked, read.MyChatMember!.NewChatMember.Status);
        Assert.Equal(new DateTime(2026, 11, 18, 12, 30, 0, DateTimeKind.Utc), read.MyChatMember.Date);
    }

    [Fact]
    public async Task A_webhook_is_answered_with_the_call_and_its_method_in_one_body()
    {
        var request = new SendMessageRequest
        {
            ChatId = 42,
            Text = "好",
            ReplyMarkup = new InlineKeyboardMarkup([[InlineKeyboardButton.WithCallbackData("是", "y")]]),
            IsWebhookResponse = true,
        };
        using var content = request.ToHttpContent()!;
        var body = JsonDocument.Parse(await content.ReadAsByteArrayAsync()).RootElement;

        Assert.Equal("application/json", content.Headers.ContentType!.MediaType);
        Assert.Equal("sendMessage", body.GetProperty("method").GetString());
        Assert.Equal(42, body.GetProperty("chat_id").GetInt64());
        Assert.Equal("y", body.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("callback_data").GetString());
    }

    [Fact]
    public async Task Edits_and_answers_to_presses_can_travel_in_a_webhook_too()
    {
        using var edit = new EditMessageTextRequest { ChatId = 42, MessageId = 7, Text = "neu", IsWebhookResponse = true }.ToHttpContent()!;
        using var answer = new AnswerCallbackQueryRequest { CallbackQueryId = "q", IsWebhookResponse = true }.ToHttpContent()!;

        Assert.Equal("editMessageText", JsonDocument.Parse(await edit.ReadAsStringAsync()).RootElement.GetProperty("method").GetString());
        Assert.Equal("answerCallbackQuery", JsonDocument.Parse(await answer.ReadAsStringAsync()).RootElement.GetProperty("method").GetString());
    }

    [Fact]
    public void Other_options_can_be_set_up_for_updates()
    {
        var options = new JsonSerializerOptions();
        JsonBotAPI.Configure(options);

        Assert.Equal(8, JsonSerializer.Deserialize<Update>("""{"update_id":8}""", options)!.Id);
        Assert.Equal("""{"some_name":1}""", JsonSerializer.Serialize(new { SomeName = 1, None = (string?)null }, options));
    }
}
