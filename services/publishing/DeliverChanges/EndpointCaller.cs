using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Outbound;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>Sends messages to addresses that others gave: public ones and those of allowed networks only, without following redirects, within a time.</summary>
internal sealed class EndpointCaller : IDisposable
{
    private const string Setting = $"{DeliveryOptions.Section}:{nameof(DeliveryOptions.AllowedNetworks)}";
    private const int AnswerBytes = 300;

    private readonly HttpMessageInvoker _client;
    private readonly DeliveryOptions _options;
    private readonly TimeProvider _clock;
    private readonly GuardedConnector _connector;

    public EndpointCaller(IOptions<DeliveryOptions> options, IAddressBook names, TimeProvider clock)
    {
        (_options, _clock) = (options.Value, clock);
        _connector = new GuardedConnector(new AddressRules(NetworkList.TryParse(_options.AllowedNetworks, out _) ?? []), names, Setting);
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = _connector.ConnectAsync,
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy would connect in our place, past the check of the address.
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 64,
            // Our trace ids are no business of other people's servers.
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        });
    }

    /// <summary>Why nothing may be sent to an address, as a sentence; null = it may, unless its name leads to a network that is not allowed.</summary>
    public string? ProblemOf(Uri address) => _connector.Problem(address.Host);

    /// <summary>Sends one message and reads what the endpoint says to it.</summary>
    public async Task<EndpointAnswer> PostAsync(Uri address, Message message, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(message.ContentType);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request, ct);
    }

    /// <summary>Asks an address; the answer's text ends after 300 bytes.</summary>
    public async Task<EndpointAnswer> GetAsync(Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request, ct);
    }

    public void Dispose() => _client.Dispose();

    private async Task<EndpointAnswer> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("NewsPlatform", "0.2"));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        try
        {
            using var response = await _client.SendAsync(request, patience.Token);
            var text = await BeginAsync(response, patience.Token);
            var problem = response.IsSuccessStatusCode ? null : $"The endpoint answered with status {(int)response.StatusCode}.";
            return new EndpointAnswer((int)response.StatusCode, problem, RetryAfterOf(response), text, Stopwatch.GetElapsedTime(start));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Unanswered($"There was no answer within {_options.TimeoutSeconds:0.#} s ({DeliveryOptions.Section}:{nameof(DeliveryOptions.TimeoutSeconds)}).", start);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return Unanswered(failure.GetBaseException() is AddressNotAllowedException refusal ? refusal.Message : $"No answer from {request.RequestUri!.Authority}: {failure.GetBaseException().Message}", start);
        }
        catch (AddressNotAllowedException refusal)
        {
            return Unanswered(refusal.Message, start);
        }
    }

    private static EndpointAnswer Unanswered(string problem, long start) => new(null, problem, null, null, Stopwatch.GetElapsedTime(start));

    private static async Task<string?> BeginAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var begin = new byte[AnswerBytes];
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var read = await body.ReadAtLeastAsync(begin, AnswerBytes, throwOnEndOfStream: false, ct);
        return read == 0 ? null : string.Concat(Encoding.UTF8.GetString(begin, 0, read).Where(letter => !char.IsControl(letter) && letter != '\uFFFD'));
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _clock.GetUtcNow(),
        _ => null,
    };
}
