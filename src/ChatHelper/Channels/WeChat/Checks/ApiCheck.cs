using System.Globalization;
using System.Net;
using ChatHelper.Channels.WeChat.Api;
using ChatHelper.Watch;

namespace ChatHelper.Channels.WeChat.Checks;

/// <summary>Finds out what the account may do. Nobody is written to: a person and a file are asked for that do not exist, and the kind of
/// refusal tells.</summary>
internal sealed class ApiCheck(WeChatOptions options, AccessTokens tokens, WeChatApi api, Signals signals, WeChatPoints points)
{
    private const int NoSuchPerson = 40003, NoSuchMedia = 40007, NoMenu = 46003, NoRight = ApiOutcome.NoRight, NotListed = 40164;
    private const string Nobody = "selfcheck";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(5);

    /// <param name="menu">To be created; null: only looked for.</param>
    public async Task Run(WeChatMenu? menu)
    {
        var (token, answer) = await tokens.Now();
        if (token is null)
        {
            points.Wrong("Access token", Why(answer));
            return;
        }

        points.Right("Access token", "obtained");
        Clock();
        Right("Messages by ourselves", await api.Send(Nobody, "."), NoSuchPerson);
        Right("Files that people send", await api.Media(Nobody, Patience, (content, stop) => MediaBody.Copy(content, Stream.Null, stop), CancellationToken.None), NoSuchMedia);
        await Menu(menu);
    }

    private void Clock()
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{signals.Skew.TotalSeconds:0} s from WeChat's");
        if (signals.Skew.Duration() <= MostSkew)
        {
            points.Right("Clock", words);
        }
        else
        {
            points.Wrong("Clock", $"{words}; set this machine's clock (NTP), callbacks are refused at 5 minutes");
        }
    }

    private void Right(string point, ApiAnswer answer, int expected)
    {
        if (answer.Arrival == Arrival.Answered && (answer.Code == expected || answer.IsDone))
        {
            points.Right(point, "allowed");
        }
        else if (answer.Code == NoRight && !options.Certified)
        {
            points.NotNeeded(point, "a personal account has no right to this; people are only answered");
        }
        else
        {
            points.Wrong(point, Why(answer));
        }
    }

    private async Task Menu(WeChatMenu? menu)
    {
        var answer = menu is null ? await api.Menu() : await api.CreateMenu(menu);
        if (answer.IsDone)
        {
            points.Right("Menu", menu is null ? "stands" : "created");
        }
        else if (answer.Code == NoRight && !options.Certified)
        {
            points.NotNeeded("Menu", "a personal account has no right to this; set one on the account's page");
        }
        else
        {
            points.Wrong("Menu", answer.Code == NoMenu ? "there is none; create it with --menu" : Why(answer));
        }
    }

    // Which address is missing on the list is the one word of theirs that helps.
    private static string Why(ApiAnswer answer)
    {
        var address = answer.Code == NotListed ? Array.Find(answer.Message.Split(' ', ','), word => word.Contains('.', StringComparison.Ordinal) && IPAddress.TryParse(word, out _)) : null;
        return answer.Arrival == Arrival.Answered ? $"{ApiOutcome.Why(answer.Code)} ({answer.Code}{(address is null ? "" : $", {address}")})" : ApiOutcome.Why(-1);
    }
}
