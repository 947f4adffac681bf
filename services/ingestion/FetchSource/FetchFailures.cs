using System.Net.Sockets;
using NewsPlatform.Hosting.Outbound;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>The sentence and the kind for everything that can go wrong.</summary>
internal static class FetchFailures
{
    public static FetchFailed Timeout(Uri address, double seconds, IngestionLimit limit) =>
        new(FetchFailureReason.Timeout, $"{Shown(address)} did not {(limit == IngestionLimit.TotalTime ? "finish" : "answer")} within {seconds:0.##} s.", Transient: true) { Limit = limit };

    public static FetchFailed TooManyRedirects(Uri address, int limit) =>
        new(FetchFailureReason.TooManyRedirects, $"{Shown(address)} redirects more than {limit} times.", Transient: false) { Limit = IngestionLimit.Redirects };

    public static FetchFailed TooLarge(Uri address, IngestionLimit limit, FetchingOptions options) => limit == IngestionLimit.InflateRatio
        ? new(FetchFailureReason.TooLarge, $"{Shown(address)} sends a body that inflates to more than {options.MaxInflateRatio:0} times its size.", Transient: false) { Limit = limit }
        : new(FetchFailureReason.TooLarge, $"{Shown(address)} sends more than the {options.MaxBodyBytes} bytes allowed (inflated).", Transient: false) { Limit = limit };

    public static FetchFailed UnknownCredential(string name) =>
        new(FetchFailureReason.AddressNotAllowed, $"The configuration has no secret {FetchingOptions.Section}:{nameof(FetchingOptions.Credentials)}:{name}: set it, or give the source another name.", Transient: true);

    public static FetchFailed Status(Uri address, int status, TimeSpan? retryAfter) =>
        new(FetchFailureReason.HttpStatus, $"{Shown(address)} answered with status {status}.", IsTransient(status), status, retryAfter);

    public static FetchFailed Of(Exception problem, Uri address, FetchingOptions options)
    {
        var causes = Causes(problem).ToList();
        return causes.OfType<AddressNotAllowedException>().FirstOrDefault() is { } refusal
            ? new FetchFailed(FetchFailureReason.AddressNotAllowed, refusal.Message, Transient: false)
            : causes.OfType<HttpRequestException>().FirstOrDefault() is { } failed ? OfRequest(failed, causes, address, options)
            : new FetchFailed(FetchFailureReason.Malformed, $"{Shown(address)} broke off or sent a body that cannot be read: {problem.Message}", Transient: true);
    }

    private static FetchFailed OfRequest(HttpRequestException failed, List<Exception> causes, Uri address, FetchingOptions options) => failed.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError =>
            new(FetchFailureReason.Dns, $"The name {address.Host} has no address.", Transient: true),
        HttpRequestError.SecureConnectionError =>
            new(FetchFailureReason.Tls, $"No secure connection to {address.Host}: {causes[^1].Message}", Transient: false),
        HttpRequestError.ConfigurationLimitExceeded =>
            new(FetchFailureReason.TooLarge, $"{Shown(address)} sends more than {options.MaxHeaderKiB} KiB of headers.", Transient: false) { Limit = IngestionLimit.HeaderBytes },
        HttpRequestError.ConnectionError when causes.OfType<SocketException>().Any(socket => socket.SocketErrorCode == SocketError.TimedOut) =>
            Timeout(address, options.ConnectSeconds, IngestionLimit.ConnectTime),
        HttpRequestError.ConnectionError =>
            new(FetchFailureReason.Refused, $"No connection to {address.Authority}: {causes[^1].Message}", Transient: true),
        _ => new(FetchFailureReason.Malformed, $"{Shown(address)} gave an answer that is no HTTP: {causes[^1].Message}", Transient: true),
    };

    private static bool IsTransient(int status) => status is 408 or 425 or 429 or >= 500;

    private static IEnumerable<Exception> Causes(Exception problem)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string Shown(Uri address) => RedirectRules.Shown(address);
}
