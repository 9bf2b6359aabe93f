namespace ChatHelper.Tests.Papers;

/// <summary>A test that needs a LibreOffice; where there is none it says so and is counted as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute() => Skip = Program is null ? "NO LIBREOFFICE HERE: nobody has opened our documents (apt-get install libreoffice-writer-nogui)" : null;

    public static string? Program { get; } = Settings.Read(name => name == "PATH" ? Environment.GetEnvironmentVariable(name) : null).Office?.Program;
}
