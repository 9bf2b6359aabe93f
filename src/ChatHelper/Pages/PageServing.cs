using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatHelper.Pages;

/// <summary>What the pages of the chat and of the desk share: headers, colours (look.css), and that no log tells their addresses.</summary>
internal static class PageServing
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, SafeHeaders>());
        return services.KeepAddressesOutOfLogs().Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
    }
}
