using Microsoft.AspNetCore.Http.Features;
using NewsPlatform.Gateway.CheckKeys;

namespace NewsPlatform.Gateway.SpeakReader;

/// <summary><c>/accounts/ClientLogin</c>: an app shows an e-mail address, of which nothing is asked, and an API key as the password, and gets a token. Stands behind the rate limit of addresses, so that keys cannot be guessed faster than it allows.</summary>
internal static class ClientLogin
{
    private const int MaximumBody = 16_384;

    private static readonly FormOptions Form = new() { BufferBodyLengthLimit = MaximumBody, ValueCountLimit = 32, ValueLengthLimit = 2_048 };
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    public static void MapClientLogin(this WebApplication app) => app.MapMethods("/accounts/ClientLogin", Methods, LoginAsync).ExcludeFromDescription();

    private static async Task<IResult> LoginAsync(HttpRequest request, HttpResponse response, KeyRing keys, GatewayMetrics metrics, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        if (await PasswordAsync(request, ct) is { Length: > 0 } secret && keys.Find(secret) is { Plan.Disabled: false } key)
        {
            var token = ReaderKeys.TokenOf(key);
            return Results.Text($"SID={token}\nLSID=none\nAuth={token}\n");
        }

        metrics.Refused(RefusalReason.UnknownKey);
        return Results.Text("Error=BadAuthentication\n", statusCode: StatusCodes.Status401Unauthorized);
    }

    private static async Task<string?> PasswordAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType || request.ContentLength > MaximumBody)
        {
            return request.Query["Passwd"];
        }

        try
        {
            return (await request.ReadFormAsync(Form, ct)).TryGetValue("Passwd", out var secret) ? secret.ToString() : request.Query["Passwd"];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
