using ChatHelper.Core.Content;
using ChatHelper.Core.Letters;

namespace ChatHelper.Core.Tests.Letters;

public class RealLettersTests
{
    [Fact]
    public void Every_letter_comes_out_whole_on_every_sheet()
    {
        var diagnostics = new Diagnostics();
        var pack = LetterPack.Read(LetterPack.RealFiles, diagnostics);
        LetterProof.Prove(pack, diagnostics);
        var faults = diagnostics.Found.Where(one => one.File.StartsWith("letters/", StringComparison.Ordinal)).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(pack.Letters.Count >= 28);
    }
}
