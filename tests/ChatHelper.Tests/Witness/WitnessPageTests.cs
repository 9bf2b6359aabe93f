using System.Net;
using ChatHelper.Gate;
using ChatHelper.Conversations;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Web;
using static ChatHelper.Tests.Witness.WitnessVisitor;

namespace ChatHelper.Tests.Witness;

/// <summary>The page of whoever was called, from the code to what becomes of their words.</summary>
public sealed class WitnessPageTests : IAsyncLifetime
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly Address Person = new("telegram", "1990");
    private Site _site = null!;
    private WitnessVisitor _witness = null!;
    private int _key;

    public async Task InitializeAsync()
    {
        _site = await Site.Start(china: true);
        _site.Clock.Move(TimeSpan.FromHours(-6)); // 14:00 where the person lives
        _site.Engine.Surroundings.PagesAt(new Uri("https://example.org/"), null);
        _witness = WitnessVisitor.Of(_site);
    }

    public async Task DisposeAsync()
    {
        await _witness.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task What_a_witness_writes_joins_the_case_after_both_have_agreed()
    {
        var code = await Invited();
        Assert.Contains("199****1234", await Text(await _witness.Read(code, "前同事", "11月16日晚上九点", "199 0000 1234", "让我转告")), StringComparison.Ordinal);
        Assert.Contains("2026-11-16", await Text(await _witness.Read(code, "前同事", "11月16日晚上九点", "199 0000 1234", "让我转告")), StringComparison.Ordinal);

        Assert.Contains("还没有决定", await Text(await _witness.Tell(code, "让我转告", picture: Picture)), StringComparison.Ordinal);
        Assert.Empty((await Case()).Testimonies);
        await Press("now");
        await Press("take");

        var file = await Case();
        var rows = LetterRows.Of(file, new FactWords(_site.Engine.Pack, "zh-Hans")).ToDictionary(list => list.Key, list => list.Value.Rows, StringComparer.Ordinal);
        var (told, entry, item) = (Assert.Single(rows["testimonies"]), Assert.Single(rows["diary"]), Assert.Single(rows["evidence-items"]));
        Assert.Equal(("前同事", "199****1234", "让我转告", item["no"]), (told["relation"], told["caller"], told["words"], told["proof"]));
        Assert.Equal(("前同事", "（接到的人自己写的）", item["no"]), (entry["whom"], entry["hearsay"], entry["proof"]));
        Assert.Equal("接到电话的人提供", item["source"]);
        Assert.Contains("让我转告（接到的人自己写的）", LetterWriter.Write(
            _site.Engine.Pack, _site.Engine.Pack.Letters["D16"], (await Stored())!.Conversation.Facts, file, new NodaTime.LocalDate(2026, 11, 18), "zh-Hans").Text, StringComparison.Ordinal);
        Assert.Equal(Picture, _site.Engine.Files.Read((await Stored())!.Id, file.Evidence[0].FileId).ToArray());
        Assert.Contains("放进记录了", await Text(await _witness.Open(code)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_person_does_not_want_leaves_nothing_on_disk()
    {
        var code = await Invited();
        await Text(await _witness.Tell(code, "让我转告", picture: Picture));
        Assert.Single(Files());

        await Press("now");
        await Press("no");

        Assert.Empty(Files());
        Assert.Equal(0L, await Count("file"));
        var file = await Case();
        Assert.Equal(0, file.Waiting.Count + file.Diary.Count + file.Evidence.Count + file.Testimonies.Count);
        Assert.Contains("没有采用", await Text(await _witness.Open(code)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_witness_takes_back_what_was_taken_up()
    {
        var code = await Invited();
        await Text(await _witness.Tell(code, "让我转告", picture: Picture));
        await Press("now");
        await Press("take");

        Assert.Contains("已经撤回", await Text(await _witness.Withdraw(code)), StringComparison.Ordinal);

        Assert.Empty((await Case()).Testimonies);
        Assert.Empty(Files());
        Assert.Contains("已经撤回", await Text(await _witness.Open(code)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_nothing_is_stored()
    {
        var code = await Invited();

        Assert.Contains("要先在下面打勾", await Text(await _witness.Tell(code, "让我转告", consents: false, picture: Picture)), StringComparison.Ordinal);

        Assert.Empty((await Case()).Waiting);
        Assert.Empty(Files());
        Assert.Contains("还没有决定", await Text(await _witness.Tell(code, "让我转告")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_and_the_words_are_not_lost()
    {
        var code = await Invited();

        var page = await Text(await _witness.Tell(code, "让我转告", picture: [0x4D, 0x5A, 0, 0]));

        Assert.Contains("这个文件不能收", page, StringComparison.Ordinal);
        Assert.Contains("让我转告", page, StringComparison.Ordinal);
        Assert.Empty((await Case()).Waiting);
    }

    [Fact]
    public async Task A_code_is_used_once()
    {
        var code = await Invited();
        await Text(await _witness.Tell(code, "一"));
        await Text(await _witness.Tell(code, "二", picture: Picture));

        Assert.Equal("一", Assert.Single((await Case()).Waiting).Told.Words);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task After_seven_days_a_code_opens_nothing()
    {
        var code = await Invited();
        _site.Clock.Move(TimeSpan.FromDays(7));

        await Text(await _witness.Open(code), HttpStatusCode.NotFound);
        await Text(await _witness.Tell(code, "让我转告"), HttpStatusCode.NotFound);
        Assert.Empty((await Case()).Waiting);
    }

    [Fact]
    public async Task A_code_that_was_revoked_opens_nothing()
    {
        var code = await Invited();
        await Say("收回");

        await Text(await _witness.Open(code), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_five_wrong_codes_even_the_right_one_waits()
    {
        var code = await Invited();
        for (var i = 2; i < 2 + Guesses.Each; i++)
        {
            await Text(await _witness.Open($"AAAA-BBBB-CCCC-DDD{i}"), HttpStatusCode.NotFound);
        }

        Assert.Contains("15 分钟", await Text(await _witness.Open(code), HttpStatusCode.NotFound), StringComparison.Ordinal);
        _site.Clock.Move(TimeSpan.FromMinutes(16));
        await Text(await _witness.Open(code));
    }

    [Fact]
    public async Task The_code_itself_is_nowhere_in_the_tables_of_codes()
    {
        var code = await Invited();

        var rows = await _site.Engine.Writer.Write(null, session => session.Query("SELECT lookup FROM witness", row => row.GetFieldValue<byte[]>(0)));

        Assert.Equal(16, Assert.Single(rows).Length);
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), System.Text.Encoding.ASCII.GetString(rows[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</textarea><b>")]
    [InlineData("\u202e\ud83d\0{who}")]
    public async Task Markup_is_shown_as_text(string hostile)
    {
        var code = await Invited();
        var read = await Text(await _witness.Read(code, hostile, hostile, hostile, $"x{hostile}"));
        var edited = await Text(await _witness.Read(code, hostile, hostile, hostile, ""));

        Assert.All([read, edited], page =>
        {
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        });
        Assert.Contains("还没有决定", await Text(await _witness.Tell(code, $"x{hostile}", relation: hostile, when: hostile, number: hostile)), StringComparison.Ordinal);
        Assert.Single((await Case()).Waiting);
    }

    [Fact]
    public async Task Too_long_words_are_cut()
    {
        var code = await Invited();
        await Text(await _witness.Tell(code, new string('长', 15_000), relation: new string('长', 500)));

        var told = Assert.Single((await Case()).Waiting).Told;
        Assert.Equal((2000, 60), (told.Words.Length, told.Relation.Length));
    }

    [Fact]
    public async Task The_page_tells_nothing_of_the_person_and_loads_nothing_from_elsewhere()
    {
        var code = await Invited();
        var pages = new[] { await _witness.Page(), await Text(await _witness.Open(code)), await Text(await _witness.Read(code, "", "", "", "x")) };

        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
            Assert.All(["借", "贷", "欠", "催收", "逾期"], word => Assert.DoesNotContain(word, page, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var other = new HttpClient { BaseAddress = _site.Url };
        other.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        var answer = await other.PostAsync(new Uri("/witness/open", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("code", await Invited())]));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Erasing_the_person_erases_codes_words_and_pictures()
    {
        var code = await Invited();
        await Text(await _witness.Tell(code, "让我转告", picture: Picture));

        await Say("删除");
        await Press("yes");
        _site.Clock.Move(TimeSpan.FromHours(2));
        await _site.Engine.Writer.Write(null, session => session.Execute("DELETE FROM audit"));

        Assert.Equal((0L, 0L, 0L), (await Count("witness"), await Count("file"), await Count("case_file")));
        await Text(await _witness.Open(code), HttpStatusCode.NotFound);
    }

    private async Task<string> Invited()
    {
        await _site.Engine.Agree(Person);
        foreach (var step in (string[])["你好", "[safe]", "[borrower]", "[happening]", "证人", "[invite]"])
        {
            await (step[0] == '[' ? Press(step[1..^1]) : Say(step));
        }

        var person = (await Stored())!.Id;
        return CodeIn((await _site.Engine.Writer.Write(null, session => _site.Engine.Outbox.Of(session, person, 0))).Select(row => row.Reply));
    }

    private Task<Taken> Say(string text) => _site.Engine.Turns.Take(Person, new Said("telegram", $"{_key++}", text));

    private Task<Taken> Press(string choice) => _site.Engine.Turns.Take(Person, new Pressed("telegram", $"{_key++}", null, null, [choice]));

    private Task<Person?> Stored() => _site.Engine.Writer.Write(null, session => _site.Engine.Conversations.Find(session, Person));

    private async Task<CaseFile> Case() => (await Stored())!.Conversation.Case;

    private Task<long> Count(string table) => _site.Engine.Writer.Write(null, session => (long)session.Scalar($"SELECT count(*) FROM {table}")!);

    private string[] Files() => Path.Combine(_site.Engine.DataFolder, "files") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
}
