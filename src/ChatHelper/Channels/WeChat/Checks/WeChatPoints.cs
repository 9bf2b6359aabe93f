namespace ChatHelper.Channels.WeChat.Checks;

/// <summary>Points of a check, one line each.</summary>
internal sealed class WeChatPoints(TextWriter output)
{
    public bool AllRight { get; private set; } = true;

    public void Right(string point, string words) => output.WriteLine($"ok      {point}: {words}");

    public void NotNeeded(string point, string words) => output.WriteLine($"-       {point}: {words}");

    public void Wrong(string point, string words)
    {
        AllRight = false;
        output.WriteLine($"not ok  {point}: {words}");
    }
}
