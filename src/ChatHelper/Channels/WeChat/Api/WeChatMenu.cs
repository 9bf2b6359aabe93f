using System.Text.Json;
using ChatHelper.Core.Lines;

namespace ChatHelper.Channels.WeChat.Api;

/// <summary>The menu below the chat, in words of the pack: two buttons, and the rest below a third. The key of a button is the command
/// that it stands for.</summary>
internal sealed class WeChatMenu(LineBook lines, string language)
{
    private static readonly string[] First = ["resume", "urgent"];
    private static readonly string[] More = ["human", "pause", "erase", "help"];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("button");
        foreach (var command in First)
        {
            Button(json, command);
        }

        json.WriteStartObject();
        json.WriteText("name", Line("more"));
        json.WriteStartArray("sub_button");
        foreach (var command in More)
        {
            Button(json, command);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void Button(Utf8JsonWriter json, string command)
    {
        json.WriteStartObject();
        json.WriteString("type", "click");
        json.WriteText("name", Line(command));
        json.WriteString("key", command);
        json.WriteEndObject();
    }

    private string Line(string name) => lines.Find(language, $"wechat.menu.{name}")?.Text ?? name;
}
