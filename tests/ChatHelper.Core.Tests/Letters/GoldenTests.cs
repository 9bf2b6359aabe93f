using ChatHelper.Core.Letters;

namespace ChatHelper.Core.Tests.Letters;

/// <summary>Every text of every letter for two invented persons, letter by letter as written down under <c>golden/</c>.
/// <c>CHATHELPER_GOLDEN=write</c> writes them anew; read what changed before you keep it.</summary>
public class GoldenTests
{
    private static readonly bool s_write = Environment.GetEnvironmentVariable("CHATHELPER_GOLDEN") == "write";

    public static TheoryData<string, string, int> Texts()
    {
        var all = new TheoryData<string, string, int>();
        foreach (var form in LetterPack.Real.Letters.Values)
        {
            foreach (var variant in form.Variants.Select(variant => variant.Name).Distinct(StringComparer.Ordinal))
            {
                all.Add(form.Id, variant, 1);
                all.Add(form.Id, variant, 2);
            }
        }

        return all;
    }

    [Theory, MemberData(nameof(Texts))]
    public void A_letter_reads_as_it_was_approved(string id, string variant, int number)
    {
        var (pack, path) = (LetterPack.Real, PathOf(id, variant, number));
        var person = GoldenPersons.For(pack, id, variant, number);
        Assert.True(person is not null, $"nobody in persons.tsv gets {variant} of {id} in case {number}");
        var text = LetterWriter.Write(pack, pack.Letters[id], person.Value.Facts, person.Value.File, LetterPack.Today, "zh-Hans").Text + "\n";
        if (s_write)
        {
            File.WriteAllText(path, text);
        }

        var difference = Difference(File.Exists(path) ? File.ReadAllText(path) : "", text);
        Assert.True(difference.Length == 0, $"{Path.GetFileName(path)}\n{difference}");
    }

    [Fact]
    public void No_approved_text_is_left_of_a_letter_that_is_gone()
    {
        var known = Texts().Cast<object[]>().Select(row => PathOf((string)row[0], (string)row[1], (int)row[2])).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(GoldenPersons.Folder, "*.txt"), path => !known.Contains(path));
    }

    [Fact]
    public void No_approved_text_doubles_a_stop_or_holds_a_hole() => Assert.All(
        Directory.EnumerateFiles(GoldenPersons.Folder, "*.txt"),
        path => Assert.DoesNotMatch("[，。、；：][，。、；：]|[。，；]”[。，；]|（）|“”|｛|\\{\\{|  |、、|\n\n\n", File.ReadAllText(path)));

    private static string PathOf(string id, string variant, int number) => Path.Combine(
        GoldenPersons.Folder, variant == id ? $"{id}.case{number}.txt" : $"{id}.{variant}.case{number}.txt");

    // Lines that are only in the one or the other, in order; empty when they are the same.
    private static string Difference(string approved, string written)
    {
        var (before, after) = (approved.Split('\n'), written.Split('\n'));
        return approved == written ? "" : string.Join('\n', before.Except(after).Select(line => $"- {line}").Concat(after.Except(before).Select(line => $"+ {line}")).DefaultIfEmpty("(the same lines in another order)"));
    }
}
