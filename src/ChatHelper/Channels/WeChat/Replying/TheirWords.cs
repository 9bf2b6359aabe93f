using ChatHelper.Channels.WeChat.Callbacks;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>What the channel itself says to a person, in their language.</summary>
internal sealed class TheirWords(PushRight right, Engine engine, WeChatWords words, LastLanguages languages)
{
    public async Task<string> Say(Address to, string line) => words.Line(await LanguageOf(to) ?? engine.Pack.Lines.Languages[0], line);

    public async Task<string?> LanguageOf(Address of) => (await Talk(of))?.Language;

    /// <summary>Whether a human answers them, and cannot be heard before they ask.</summary>
    public async Task<bool> WaitFor(Address from) => !right.Has && (await Talk(from))?.Mode == Mode.Human;

    /// <summary>Without a look at what is kept. Whoever cries for help is told whom to call, whatever else is amiss.</summary>
    /// <param name="line">Empty: nothing else.</param>
    public string AtOnce(WeChatMessage message, string line)
    {
        var language = languages.Of(WeChatReader.At(message.FromUser)) ?? engine.Pack.Languages.Of(message.Text)?.Languages[0] ?? engine.Pack.Lines.Languages[0];
        var said = line.Length > 0 ? words.Line(language, line) : "";
        return engine.Admission.IsCry(message.Text) ? $"{engine.Refusals.OfDanger(language)}\n\n{said}".Trim() : said;
    }

    private Task<Conversation?> Talk(Address from) => engine.Writer.Write(null, session => engine.Conversations.Find(session, from)?.Conversation);
}
