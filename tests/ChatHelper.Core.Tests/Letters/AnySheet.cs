using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Tests.Letters;

/// <summary>Sheets of any mixture: each fact open, silent or known, its value drawn by the number of the sheet. Always the same
/// for the same number.</summary>
internal static class AnySheet
{
    private static readonly string[] Days =
        ["2026-11-11T21:00~21:59", "2025-12-20", "2025-12-20~2026-01-15", "2026-10-03|2026-10-04", "2026-11-17 PM"];

    private static readonly string[] Said =
        ["不还就曝光你 我有录音", "19900001234打的 免息也不行", "一定立案 骗子", "第三次说了7遍", "就说方某某名下账户"];

    private static readonly string[] Phones = ["19900001234", "0551-00001111,95013*", "HIDDEN", "17000005678,HIDDEN"];

    public static FactSheet Number(int number, IReadOnlyDictionary<string, FactDeclaration> facts) => FactSheet.Of(
        from declared in facts.Values
        where !CaseFacts.Names.Contains(declared.Name)
        let draw = Draw($"{number}/{declared.Name}")
        where draw % 4 != 0
        select KeyValuePair.Create(declared.Name, draw % 4 == 1 ? Fact.Silence((FactState)(2 + (draw / 4 % 3))) : Value(declared, draw / 4)));

    private static Fact Value(FactDeclaration declared, int draw) => declared.Kind switch
    {
        "one" or "many" when declared.Choices.Count == 0 => Fact.Silence(FactState.Unknown),
        "one" => Fact.Said("", declared.Choices[draw % declared.Choices.Count]),
        "many" => Fact.Said("", string.Join(',', declared.Choices.Where((_, at) => at == draw % declared.Choices.Count || (draw >> (at + 3)) % 3 == 0))),
        "when" => Fact.Said("", Days[draw % Days.Length], draw % 2 == 0 ? Precision.About : Precision.Exact),
        "amount" => Fact.Said("", (1000 + (draw % 9000)).ToString(CultureInfo.InvariantCulture)),
        "count" => Fact.Said("", draw % 3 == 0 ? "20~30" : (1 + (draw % 40)).ToString(CultureInfo.InvariantCulture)),
        "phone" => Fact.Said("", Phones[draw % Phones.Length]),
        _ => Fact.Said(Said[draw % Said.Length], Said[draw % Said.Length]),
    };

    private static int Draw(string seed) => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(seed))) & int.MaxValue;
}
