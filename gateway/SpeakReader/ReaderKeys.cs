using System.Buffers.Text;
using System.Security.Cryptography;
using NewsPlatform.Gateway.CheckKeys;

namespace NewsPlatform.Gateway.SpeakReader;

/// <summary>Keys by the Google Reader API: a token that <c>ClientLogin</c> gave for the key, or the key itself in one of the platform's own headers.</summary>
internal static class ReaderKeys
{
    private const string Scheme = "GoogleLogin";
    private const string Parameter = "auth=";

    private static readonly PathString[] Roots = [new("/reader/api/0"), new("/reader/atom")];

    // Parts what is made of keys here from everything else that may ever be made of them.
    private static readonly byte[] Purpose = "google-reader"u8.ToArray();

    public static bool Speaks(HttpContext context) => Roots.Any(root => context.Request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));

    /// <summary>The token for a key: whoever reads it from an app's storage reads news by it, and does nothing else.</summary>
    public static string TokenOf(KnownKey key) => $"{Uri.EscapeDataString(key.Name)}/{Base64Url.EncodeToString(HMACSHA256.HashData(key.Hash, Purpose))}";

    /// <summary>The token in <c>Authorization: GoogleLogin auth=…</c>; null when there is none.</summary>
    public static string? Take(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = authorization[Scheme.Length..].Trim();
        return token.StartsWith(Parameter, StringComparison.OrdinalIgnoreCase) ? token[Parameter.Length..].Trim().Trim('"') : token;
    }

    /// <summary>Null when the key may read, which every key may.</summary>
    public static IResult? Refusal(PresentedKey presented) => presented is { Key.Plan.Disabled: false } ? null : new Refused();

    private sealed class Refused : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            // Apps take this header for "log in again", and leave the feeds alone.
            httpContext.Response.Headers["Google-Bad-Token"] = "true";
            httpContext.Response.Headers.WWWAuthenticate = Scheme;
            return Results.Text("Unauthorized\n", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(httpContext);
        }
    }
}
