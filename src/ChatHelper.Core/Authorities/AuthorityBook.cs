using ChatHelper.Core.Content;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Authorities;

/// <summary>The authorities of a pack and the numbers and addresses that texts name.</summary>
public sealed class AuthorityBook
{
    private readonly Dictionary<string, Authority> _authorities;

    internal AuthorityBook(IReadOnlyList<Authority> all, IReadOnlyDictionary<string, KnownNumber> numbers)
    {
        (All, Numbers) = (all, numbers);
        _authorities = all.ToDictionary(authority => authority.Id, StringComparer.Ordinal);
    }

    /// <summary>All, in file order.</summary>
    public IReadOnlyList<Authority> All { get; }

    /// <summary>Numbers and addresses by name, those of <c>crisis.yaml</c> included.</summary>
    public IReadOnlyDictionary<string, KnownNumber> Numbers { get; }

    /// <summary>The authority of that id; null when there is none.</summary>
    public Authority? Find(string id) => _authorities.GetValueOrDefault(id);

    internal static AuthorityBook Read(PackSource source, CrisisPlan crisis, Diagnostics diagnostics) =>
        AuthorityReader.Read(source, NumberBook.Of(crisis), diagnostics);
}
