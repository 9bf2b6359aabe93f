using System.Net.Http.Json;
using System.Text;
using ChatHelper.Channels.Telegram;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Tests.Telegram;

public sealed class DialogTests
{
    private const long Me = 42;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_whole_dialog_runs_by_words_presses_and_several_choices(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook);
        rig.Fake.Persons.Text(Me, "/start");
        await rig.Sent(Me, "想做什么");
        Assert.Equal("1. 说说发生了什么", rig.Fake.Persons.Choices(Me)[0].Text);

        rig.Fake.Persons.Choose(Me, 0);
        await rig.Sent(Me, "谁接到了电话");
        Assert.Equal("想做什么？\n\n✓ 说说发生了什么", (await rig.Edited(Me, "✓")).Text);

        Assert.Equal(["☐ 1. 家人", "☐ 2. 领导", "☐ 3. 没有别人", "完成"], rig.Fake.Persons.Choices(Me).Select(choice => choice.Text));
        rig.Fake.Persons.Choose(Me, 0);
        await rig.Edited(Me, "☑ 1. 家人");
        rig.Fake.Persons.Choose(Me, 1);
        await rig.Edited(Me, "☑ 2. 领导");
        rig.Fake.Persons.Choose(Me, 9);
        await rig.Sent(Me, "他们说了什么");
        await rig.Edited(Me, "✓ 家人");

        rig.Fake.Persons.Text(Me, "\u202E要告诉所有人\0\uD800😀");
        await BotRig.Until(() => rig.Fake.Ledger.Texts(Me).Count(text => text.Contains("想做什么", StringComparison.Ordinal)) == 2);
        await BotRig.Until(() => rig.Fake.CallbackAnswered.Count == 4);
        Assert.DoesNotContain(rig.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_update_that_comes_again_has_one_effect(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook, before: fake => fake.Disturb(1, mostCopies: 3));
        for (var i = 0; i < 10; i++)
        {
            rig.Fake.Persons.Text(Me, $"第{i}句");
        }

        await BotRig.Until(() => rig.Fake.PendingUpdates == 0);
        await BotRig.Until(() => rig.Fake.Ledger.Updates.All(update => update.Delivered > 1));
        Assert.Equal(10, await rig.Read(session => (int)(long)session.Scalar("SELECT count(*) FROM seen")!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_letter_comes_as_a_document_and_as_text(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook);
        rig.Fake.Persons.Text(Me, "/start");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Persons.Choose(Me, 2);
        await rig.Sent(Me, "怎么称呼你");
        rig.Fake.Persons.Text(Me, "小禾");
        var text = await rig.Fake.Ledger.WaitAsync(entry => entry.DocumentName?.EndsWith(".txt", StringComparison.Ordinal) == true, BotRig.Patience);
        var document = await rig.Fake.Ledger.WaitAsync(entry => entry.DocumentName?.EndsWith(".docx", StringComparison.Ordinal) == true, BotRig.Patience);

        Assert.InRange(text.DocumentLength, 20, 200);
        Assert.InRange(document.DocumentLength, 3000, 30_000);
        Assert.DoesNotContain(rig.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_after_a_file_wait_until_the_file_is_fetched()
    {
        await using var rig = await BotRig.Started(before: fake =>
        {
            fake.Persons.Text(Me, "/start");
            fake.Persons.File(Me, "a.txt", "text/plain", "x"u8.ToArray());
            fake.Persons.Text(Me, "1");
        });
        await rig.Sent(Me, "谁接到了电话");

        var said = rig.Fake.Ledger.Texts(Me).ToList();
        Assert.InRange(said.FindIndex(text => text.Contains("a.txt", StringComparison.Ordinal)), 0, said.FindIndex(text => text.Contains("谁接到了电话", StringComparison.Ordinal)) - 1);
    }

    [Fact]
    public async Task A_press_on_an_older_question_says_so_and_asks_the_one_that_is_open()
    {
        await using var rig = await BotRig.Started();
        rig.Fake.Persons.Text(Me, "你好");
        await rig.Sent(Me, "想做什么");
        var first = rig.Fake.Persons.KeyboardMessage(Me)!.Value;
        var (_, data) = rig.Fake.Persons.Choices(Me)[0];
        rig.Fake.Persons.Press(Me, first, data!);
        await rig.Sent(Me, "谁接到了电话");

        rig.Fake.Persons.Press(Me, first, data!);
        await rig.Sent(Me, "这是之前的问题");
        rig.Fake.Persons.Press(Me, first, "forged");
        await BotRig.Until(() => rig.Fake.Ledger.Texts(Me).Count(text => text.StartsWith("这是之前的问题", StringComparison.Ordinal)) == 2);
    }

    [Fact]
    public async Task Each_person_hears_answers_in_the_order_of_their_words()
    {
        await using var rig = await BotRig.Started();
        for (var chat = 1; chat <= 20; chat++)
        {
            rig.Fake.Persons.Text(chat, "你好");
        }

        await BotRig.Until(() => rig.Fake.Ledger.Entries.Count(entry => entry.Kind == LedgerKind.Sent && entry.ReplyMarkup is not null) == 20);
        for (var chat = 1; chat <= 20; chat++)
        {
            rig.Fake.Persons.Choose(chat, 0);
            rig.Fake.Persons.Text(chat, "1");
            rig.Fake.Persons.Text(chat, "他们说要告诉所有人");
        }

        await BotRig.Until(() => rig.Fake.Ledger.Entries.Count(entry => entry.Kind == LedgerKind.Sent && entry.Text!.Contains("想做什么", StringComparison.Ordinal)) >= 40);
        for (var chat = 1; chat <= 20; chat++)
        {
            var heard = rig.Fake.Ledger.Texts(chat).Where(text => text.EndsWith('？')).Select(text => text.Split('\n')[^1]).Distinct();
            Assert.Equal(["想做什么？", "谁接到了电话？", "他们说了什么？"], heard);
        }
    }

    [Fact]
    public async Task A_file_is_fetched_and_kept_and_a_contact_is_not_taken()
    {
        await using var rig = await BotRig.Started();
        rig.Fake.Persons.Text(Me, "你好");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Persons.File(Me, "催收短信.txt", "text/plain", "还钱"u8.ToArray());
        await rig.Sent(Me, "收到了 催收短信.txt");
        rig.Fake.Persons.File(Me, "a.jpg", "image/jpeg", [0x01, 0x02, 0]);
        await rig.Sent(Me, "这种文件收不了");
        rig.Fake.Persons.Other(Me, "\"contact\":{\"phone_number\":\"19900000001\",\"first_name\":\"x\"}");
        await rig.Sent(Me, "不用发别人的名片");
        rig.Fake.Persons.Other(Me, "\"sticker\":{}");

        var person = await rig.Engine.Turns.Meet(UpdateReader.At(Me));
        var kept = Assert.Single(await rig.Read(session => rig.Engine.Files.Of(session, person)));
        Assert.Equal("还钱", Encoding.UTF8.GetString(rig.Engine.Files.Read(person, kept.Id).Span));
    }

    [Fact]
    public async Task A_post_without_the_secret_gets_401_and_one_that_is_no_update_is_passed_over()
    {
        await using var rig = await BotRig.Started(webhook: true);
        // A body that is refused by its length must not be on its way yet: its connection ends with the answer.
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        http.DefaultRequestHeaders.ExpectContinue = true;
        var url = $"{rig.Url}{rig.Options.WebhookPath}";

        using var bare = await http.PostAsJsonAsync(url, new { update_id = 1 });
        http.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", rig.Options.WebhookHeader);
        using var odd = await http.PostAsync(url, new StringContent("""{"update_id":1,"message":{"chat":7}}"""));
        using var unknown = await http.PostAsync(url, new StringContent("""{"update_id":2,"poll":{}}"""));
        using var huge = await http.PostAsync(url, new StringContent(new string(' ', 2 << 20)));

        Assert.Equal([401, 200, 200, 413], new[] { bare, odd, unknown, huge }.Select(answer => (int)answer.StatusCode));
    }
}
