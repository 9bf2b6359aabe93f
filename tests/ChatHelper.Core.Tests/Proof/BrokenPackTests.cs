using System.Reflection;
using ChatHelper.Core.Content;
using ChatHelper.Core.Proof;
using NodaTime;

namespace ChatHelper.Core.Tests.Proof;

/// <summary>Each folder of tests/broken-packs is the sound pack with one fault, and its name is the code that must be raised.</summary>
public sealed class BrokenPackTests
{
    private static readonly LocalDate Today = new(2026, 11, 21);

    public static TheoryData<string> Folders => [.. Names];

    private static IEnumerable<string> Names => Directory.GetDirectories(PackFiles.BrokenPacks, "CH*")
        .Select(folder => Path.GetFileName(folder)!)
        .Order(StringComparer.Ordinal);

    [Fact]
    public void The_sound_pack_has_no_fault() => Assert.Empty(Faults(null));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_broken_pack_raises_exactly_its_code(string folder)
    {
        var faults = Faults(folder);
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Equal(folder[..6], fault.Code));
        Assert.All(faults, fault => Assert.False(string.IsNullOrEmpty(fault.File) || string.IsNullOrEmpty(fault.Message)));
    }

    [Fact]
    public void Every_code_has_a_broken_pack() =>
        Assert.Empty(AllCodes().Except(Names.Select(folder => folder[..6]), StringComparer.Ordinal));

    [Fact]
    public void Every_code_is_explained_to_authors_with_a_bad_and_a_good_example()
    {
        var readme = File.ReadAllText(Path.Combine(PackFiles.Root, "dialogs", "README.md"));
        foreach (var code in AllCodes())
        {
            var at = readme.IndexOf($"### {code}", StringComparison.Ordinal);
            Assert.True(at >= 0, $"dialogs/README.md has no section {code}");
            var end = readme.IndexOf("\n### ", at + 1, StringComparison.Ordinal);
            var section = end < 0 ? readme[at..] : readme[at..end];
            Assert.Contains("Bad:", section, StringComparison.Ordinal);
            Assert.Contains("Good:", section, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> AllCodes() => typeof(Codes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static IReadOnlyList<Diagnostic> Faults(string? folder)
    {
        var diagnostics = new Diagnostics();
        PackProof.ReadAndProve(PackFiles.Sound(folder), Today, diagnostics);
        return diagnostics.Found;
    }
}
