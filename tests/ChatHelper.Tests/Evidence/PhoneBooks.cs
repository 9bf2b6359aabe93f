using ChatHelper.Content;
using ChatHelper.Evidence;
using ChatHelper.Tests.Rules;

namespace ChatHelper.Tests.Evidence;

internal static class PhoneBooks
{
    /// <summary>As the pack of mainland China knows them.</summary>
    public static PhoneBook OfChina { get; } = new(PackLoading.Load(System.IO.Path.Combine(Checkout.Root, "dialogs"), "china").Lines);
}
