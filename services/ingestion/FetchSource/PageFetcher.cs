using System.Net;
using NewsPlatform.Hosting.Outbound;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>Fetches pages and feeds over HTTP within the limits of <see cref="FetchingOptions"/>; one instance serves the process.</summary>
public sealed class PageFetcher : IDisposable
{
    private const string AnyPage = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5";

    private readonly FetchingOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _client;
    private readonly Action<IngestionLimit?> _hit;

    public PageFetcher(FetchingOptions options, TimeProvider time) : this(options, time, new DnsAddressBook(), _ => { })
    {
    }

    /// <param name="options">The limits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="names">Where names are looked up.</param>
    /// <param name="hit">Told of each limit that stopped a fetch.</param>
    internal PageFetcher(FetchingOptions options, TimeProvider time, IAddressBook names, Action<IngestionLimit?> hit)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _time = time;
        _hit = hit;
        var allowed = NetworkList.TryParse(options.AllowedNetworks, out var wrong)
            ?? throw new ArgumentException($"'{wrong}' is no network in CIDR notation.", nameof(options));
        _client = new HttpMessageInvoker(FetchingHandler.Create(options, new GuardedConnector(new AddressRules(allowed), names, FetchingRegistration.Networks)));
    }

    /// <summary>Never throws for anything that the network or the site does; only for <paramref name="ct"/>.</summary>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await TryFetchAsync(request, ct);
        _hit((result as FetchFailed)?.Limit);
        return result;
    }

    public void Dispose() => _client.Dispose();

    private async Task<FetchResult> TryFetchAsync(FetchRequest request, CancellationToken ct)
    {
        using var total = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TotalSeconds), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, total.Token);
        try
        {
            return await FollowAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return total.IsCancellationRequested
                ? FetchFailures.Timeout(request.Address, _options.TotalSeconds, IngestionLimit.TotalTime)
                : FetchFailures.Timeout(request.Address, _options.FirstByteSeconds, IngestionLimit.FirstByteTime);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or InvalidDataException)
        {
            ct.ThrowIfCancellationRequested();
            return FetchFailures.Of(problem, request.Address, _options);
        }
    }

    private async Task<FetchResult> FollowAsync(FetchRequest request, CancellationToken ct)
    {
        var address = request.Address;
        if (RedirectRules.Problem(address, from: null, _options.MaxUrlLength) is { } wrong)
        {
            return wrong;
        }

        if (request.Credential is { } name && !_options.Credentials.ContainsKey(name))
        {
            return FetchFailures.UnknownCredential(name);
        }

        Uri? movedTo = null;
        var isMoved = true;
        for (var hop = 0; hop <= _options.MaxRedirects; hop++)
        {
            using var response = await SendAsync(request, address, ct);
            if (!RedirectRules.IsRedirect(response) || (request.Form is not null && !RedirectRules.KeepsForm(response)))
            {
                return await ReadAsync(request, response, address, movedTo, ct);
            }

            var next = RedirectRules.Target(response, address);
            if (RedirectRules.Problem(next, from: address, _options.MaxUrlLength) is { } problem)
            {
                return problem;
            }

            address = next!; // Problem refuses null
            isMoved &= RedirectRules.IsPermanent(response);
            movedTo = isMoved ? address : movedTo;
        }

        return FetchFailures.TooManyRedirects(request.Address, _options.MaxRedirects);
    }

    private async Task<HttpResponseMessage> SendAsync(FetchRequest request, Uri address, CancellationToken ct)
    {
        using var firstByte = new CancellationTokenSource(TimeSpan.FromSeconds(_options.FirstByteSeconds), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, firstByte.Token);
        using var message = new HttpRequestMessage(request.Form is null ? HttpMethod.Get : HttpMethod.Post, address)
        {
            Content = request.Form is { } form ? new FormUrlEncodedContent(form) : null,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept ?? AnyPage);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", BodyReader.AcceptEncoding);
        if (request.Credential is { } name && _options.Credentials.GetValueOrDefault(name) is { } credential && credential.IsFor(address))
        {
            message.Headers.TryAddWithoutValidation("Authorization", credential.Header);
        }

        AddValidator(message, "If-None-Match", request.ETag);
        AddValidator(message, "If-Modified-Since", request.LastModified);
        return await _client.SendAsync(message, either.Token);
    }

    private static void AddValidator(HttpRequestMessage message, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private async Task<FetchResult> ReadAsync(FetchRequest request, HttpResponseMessage response, Uri address, Uri? movedTo, CancellationToken ct)
    {
        var retryAfter = ResponseHeaders.RetryAfter(response, _time.GetUtcNow());
        var isConditional = request.ETag is not null || request.LastModified is not null;
        if (response.StatusCode == HttpStatusCode.NotModified && isConditional)
        {
            return new NotModified(retryAfter) { FreshFor = Freshness.Of(response, _time.GetUtcNow()), MovedTo = movedTo };
        }

        if (!response.IsSuccessStatusCode)
        {
            return FetchFailures.Status(address, (int)response.StatusCode, retryAfter);
        }

        var read = await BodyReader.ReadAsync(response, _options, ct);
        return read.Body is not { } body
            ? FetchFailures.TooLarge(address, read.Over ?? IngestionLimit.BodyBytes, _options)
            : new Fetched
            {
                Body = body,
                ContentType = ResponseHeaders.Raw(response.Content.Headers, "Content-Type"),
                ContentLanguage = ResponseHeaders.Raw(response.Content.Headers, "Content-Language"),
                FinalUri = address,
                ETag = ResponseHeaders.Raw(response.Headers, "ETag"),
                LastModified = ResponseHeaders.Raw(response.Content.Headers, "Last-Modified"),
                Links = ResponseHeaders.All(response.Headers, "Link"),
                RetryAfter = retryAfter,
                FreshFor = Freshness.Of(response, _time.GetUtcNow()),
                MovedTo = movedTo,
            };
    }
}
