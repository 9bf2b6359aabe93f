using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ChatHelper.Desk.Accounts;
using ChatHelper.Tests.Web;

namespace ChatHelper.Tests.Desk;

/// <summary>Somebody of the crew with a browser of their own, and what they hold in their hands.</summary>
internal sealed class Sitting : IDisposable
{
    public const string Password = "hollow lantern 47 creek";
    private readonly Site _site;

    private Sitting(Site site, string name, long account, byte[] key, IReadOnlyList<string> recovery) =>
        (_site, Visitor, Name, Account, Key, Recovery) = (site, new Visitor(site), name, account, key, recovery);

    public Visitor Visitor { get; }

    public HttpClient Http => Visitor.Http;

    public string Name { get; }

    public long Account { get; }

    public byte[] Key { get; }

    public IReadOnlyList<string> Recovery { get; }

    /// <summary>Somebody with an account, not signed in.</summary>
    public static async Task<Sitting> Known(Site site, string name, Role role = Role.Volunteer)
    {
        var store = site.Get<AccountStore>();
        var recovery = RecoveryCodes.Fresh();
        var secrets = new Secrets(name, await site.Get<Passwords>().Hash(Password), Totp.FreshKey(), [.. recovery.Select(store.Kept)], site.Clock.GetUtcNow());
        var one = new Account(site.Engine.Sequence.Next(), role, AccountStore.FreshStamp(), secrets);
        await site.Engine.Writer.Write(null, session =>
        {
            store.Add(session, one);
            return true;
        });
        return new Sitting(site, name, one.Id, secrets.Key, recovery);
    }

    public static async Task<Sitting> SignedIn(Site site, string name, Role role = Role.Volunteer)
    {
        var one = await Known(site, name, role);
        Assert.Equal(HttpStatusCode.Redirect, (await one.SignIn()).StatusCode);
        return one;
    }

    /// <param name="ahead">Steps that the telephone's clock is ahead; a code is taken once.</param>
    public string Code(int ahead = 0) => Totp.Code(Key, Totp.StepOf(_site.Clock.GetUtcNow()) + ahead);

    public async Task<HttpResponseMessage> SignIn(string? name = null, string? password = null, string? code = null)
    {
        var form = await Form("/desk");
        (form["name"], form["password"], form["code"]) = (name ?? Name, password ?? Password, code ?? Code());
        return await Send("/desk/sign-in", form);
    }

    /// <summary>The hidden fields of a page's forms.</summary>
    public async Task<Dictionary<string, string>> Form(string path) => Fields(await (await Http.GetAsync(path)).Content.ReadAsStringAsync());

    public static Dictionary<string, string> Fields(string page)
    {
        var form = new Dictionary<string, string>();
        foreach (Match field in Regex.Matches(page, "type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            form[field.Groups["name"].Value] = WebUtility.HtmlDecode(field.Groups["value"].Value);
        }

        return form;
    }

    public Task<HttpResponseMessage> Send(string path, Dictionary<string, string> form) => Http.PostAsync(path, new FormUrlEncodedContent(form));

    /// <summary>Sends a form of the page in view with some fields filled in.</summary>
    public async Task<HttpResponseMessage> Press(string path, params (string Name, string Value)[] fields)
    {
        var form = await Form("/desk");
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        return await Send(path, form);
    }

    public async Task<string> CaseId() =>
        Regex.Match(await Http.GetStringAsync("/desk"), "/desk/case/(?<id>[0-9a-f]{32})", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["id"].Value;

    /// <summary>Takes the case that waits.</summary>
    public async Task<string> Claim()
    {
        var id = await CaseId();
        Assert.Equal(HttpStatusCode.Redirect, (await Press($"/desk/case/{id}/claim")).StatusCode);
        return id;
    }

    /// <summary>The key that a secret in letters stands for.</summary>
    public static byte[] KeyOf(string secret)
    {
        var bits = string.Concat(RecoveryCodes.Plain(secret).Select(sign => Convert.ToString(Totp.Alphabet.IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }

    public string Path(string what) => string.Create(CultureInfo.InvariantCulture, $"/desk/crew/{Account}/{what}");

    public void Dispose() => Visitor.Dispose();
}

/// <summary>Somebody on the web page who asks for a human.</summary>
internal static class Asking
{
    public static async Task<Visitor> For(Site site)
    {
        var person = await Visitor.Open(site);
        await person.Say("1");
        await person.Say("真人");
        return person;
    }
}
