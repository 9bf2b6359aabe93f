using ChatHelper.Outbox;

namespace ChatHelper.Channels.WeChat.Api;

/// <summary>What an answer of the API means (contracts.md W9 to W12).</summary>
internal static class ApiOutcome
{
    /// <summary>The account may not do this.</summary>
    public const int NoRight = 48001;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DayQuota = TimeSpan.FromMinutes(30);

    public static Outcome Of(ApiAnswer answer) => answer switch
    {
        { Arrival: Arrival.Never } => Outcome.NotSent.Instance,
        { Arrival: Arrival.Unknown } => Outcome.Unknown.Instance,
        { Code: 0 } => Outcome.Accepted.Whole,
        { Code: -1 } => Outcome.NotSent.Instance,
        { Code: 40003 or 43004 or 50005 } => Outcome.Gone.Instance,
        { Code: 45015 or 45047 or 48002 } => Outcome.Waits.Instance, // 48002: they let nothing be pushed
        { Code: 45011 } or { IsNotAllowed: true } => new Outcome.RetryAfter(Minute),
        { Code: 45009 } => new Outcome.RetryAfter(DayQuota),
        _ => new Outcome.Refused(answer.Code, Why(answer.Code)),
    };

    /// <summary>What the operator can do about a code. Our own words: those of the API may repeat what was asked.</summary>
    public static string Why(int code) => code switch
    {
        -1 => "WeChat is busy, or cannot be reached",
        40001 or 40014 or 42001 => "the access token is refused again and again; does another program take tokens for this account with /cgi-bin/token?",
        40007 => "there is no such media, or its three days are over",
        40013 => "WECHAT_APPID is none that WeChat knows",
        40016 or 40018 or 40054 => "the menu is not one that WeChat takes",
        40125 => "WECHAT_SECRET is not that of the account",
        40164 => "the address of this machine is not on the account's IP white list",
        40243 => "the AppSecret is frozen; unfreeze it on the account's page",
        44002 or 44004 or 47001 => "WeChat could not read the call",
        45002 => "the text is longer than WeChat takes",
        45009 => "the calls of this day are used up",
        45011 => "too many calls in this minute",
        45015 => "the person has not spoken for 48 hours, or follows the account no more",
        45047 => "the messages that WeChat allows before the person's next word are used up",
        48001 => "the account has no right to this; only certified accounts have it",
        50002 => "the account is frozen",
        _ => "see WeChat's list of return codes",
    };
}
