using ChatHelper.Core.Content;

namespace ChatHelper.Core.Consents;

/// <summary>Who runs the service.</summary>
/// <param name="Name">Name of the group; empty when nobody has said.</param>
/// <param name="Contact">How the group is reached; empty when nobody has said.</param>
public sealed record Operator(string Name, string Contact);

/// <summary>The notice of a pack and what hangs on it (<c>notice.yaml</c>). Its texts are the steps of the dialog <c>notice</c>.
/// A pack without the file asks for no consent.</summary>
/// <param name="Version">Version of the notice; a new one is asked about anew.</param>
/// <param name="Look">Dialog in which a person stands who wants nothing kept.</param>
public sealed record Notice(string Version, string Look)
{
    /// <summary>Path of the file in the pack.</summary>
    public const string File = "notice.yaml";

    /// <summary>What the notice must tell, each a step <c>notice.TOPIC</c>.</summary>
    public static IReadOnlyList<string> Topics { get; } = ["who", "purpose", "kinds", "keeping", "platform", "abroad", "sharing", "rights"];

    /// <summary>Who runs the service, where the environment does not say; null: the pack does not say either.</summary>
    public Operator? Operator { get; init; }

    /// <summary>Dialogs that ask before the person has answered; what is answered there waits with everything else.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Dialogs that work with nothing kept: their answers tell only where somebody stands.</summary>
    public IReadOnlyList<string> Always { get; init; } = [];

    /// <summary>Facts that follow from the papers handed out and tell nothing of the person.</summary>
    public IReadOnlyList<string> Stands { get; init; } = [];

    /// <summary>Channels whose messages pass through servers abroad.</summary>
    public IReadOnlyList<string> Abroad { get; init; } = [];

    /// <summary>The notice of a pack; null when the pack has none.</summary>
    internal static Notice? Read(PackSource source, Diagnostics diagnostics)
    {
        if (source.Yaml(File, diagnostics) is not { } root)
        {
            return null;
        }

        root.OnlyKeys("version", "look", "operator", "before", "always", "stands", "abroad");
        root["operator"]?.OnlyKeys("name", "contact");
        return new Notice(root.Required("version"), root.Required("look"))
        {
            Operator = root["operator"] is { } named ? new Operator(named.Text("name") ?? "", named.Text("contact") ?? "") : null,
            Before = root.Texts("before"),
            Always = root.Texts("always"),
            Stands = root.Texts("stands"),
            Abroad = root.Texts("abroad"),
        };
    }
}
