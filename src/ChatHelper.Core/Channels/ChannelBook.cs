using System.Globalization;
using ChatHelper.Core.Content;

namespace ChatHelper.Core.Channels;

/// <summary>What each channel can carry (<c>channels.yaml</c>).</summary>
public sealed class ChannelBook
{
    private const string File = "channels.yaml";

    private ChannelBook(IReadOnlyList<ChannelTraits> all) => All = all;

    /// <summary>Those that the file names.</summary>
    public IReadOnlyList<ChannelTraits> All { get; }

    /// <summary>What a channel can carry; one that the file does not name has no bounds.</summary>
    /// <param name="account">Kind of account; empty: the channel has one kind.</param>
    public ChannelTraits Of(string channel, string account = "") =>
        All.FirstOrDefault(traits => traits.Channel == channel && traits.Account == account)
        ?? new ChannelTraits(channel, account, null, LengthUnit.Characters, Numbers: false, Pushes: true);

    internal static ChannelBook Read(PackSource source, Diagnostics diagnostics)
    {
        var rows = source.Yaml(File, diagnostics)?.Items() ?? [];
        List<ChannelTraits> all = [];
        foreach (var row in rows)
        {
            var traits = Read(row);
            if (all.Any(one => one.Channel == traits.Channel && one.Account == traits.Account))
            {
                row.Report(Codes.Duplicate, $"the channel '{traits.Channel}' stands twice");
            }

            all.Add(traits);
        }

        return new ChannelBook(all);
    }

    private static ChannelTraits Read(Node row)
    {
        row.OnlyKeys("channel", "account", "longest", "choices", "pushes");
        var (longest, unit) = Length(row);
        if (row.Text("choices") is { } choices and not ("buttons" or "numbers"))
        {
            row["choices"]!.Report(Codes.WrongShape, $"'choices' is buttons or numbers, not '{choices}'");
        }

        return new ChannelTraits(row.Required("channel"), row.Text("account") ?? "", longest, unit, row.Text("choices") == "numbers", row.Yes("pushes"));
    }

    private static (int? Longest, LengthUnit Unit) Length(Node row)
    {
        switch (row.Text("longest")?.Split(' '))
        {
            case null:
                return (null, LengthUnit.Characters);
            case [var number, "bytes" or "characters"] words when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var longest) && longest > 0:
                return (longest, words[1] == "bytes" ? LengthUnit.Bytes : LengthUnit.Characters);
            default:
                row["longest"]!.Report(Codes.WrongShape, "'longest' is a number of bytes or characters, such as '2048 bytes'");
                return (null, LengthUnit.Characters);
        }
    }
}
