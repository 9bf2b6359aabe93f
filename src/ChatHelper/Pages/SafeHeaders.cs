using Microsoft.AspNetCore.Http.Features;

namespace ChatHelper.Pages;

/// <summary>Where people reach our pages from anywhere; null: nowhere.</summary>
internal sealed record PublicAddress(Uri? Url)
{
    /// <summary>Whether a request came to an https address of ours. TLS ends at a proxy in front, and what that says of itself in
    /// headers anybody could say; the name asked for is enough, as a wrong one only makes cookies stricter.</summary>
    public bool IsSecure(HttpRequest request) => Url is { Scheme: "https" }
        && string.Equals(Url.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Headers of every answer, whoever gives it: nothing foreign is loaded, nothing is framed, kept or told on.</summary>
internal sealed class SafeHeaders(PublicAddress? address = null) : IStartupFilter
{
    /// <summary>Bytes of an ordinary body; a route that takes files says so itself.</summary>
    public const int LargestBody = 1 << 20;

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, then) =>
        {
            if (address?.IsSecure(context.Request) == true)
            {
                context.Request.Scheme = Uri.UriSchemeHttps;
            }

            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers.CacheControl = "no-store"; // a shared phone keeps no trace, and the back button finds no page
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";
            headers["X-Robots-Tag"] = "noindex";
            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = LargestBody;
            }

            return then(context);
        });
        next(app);
    };
}
