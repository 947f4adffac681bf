using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsPlatform.Hosting;

namespace NewsPlatform.Ingestion.Tests.SubscribeFeeds;

/// <summary>A WebSub hub on the loopback address: takes requests, has them confirmed, delivers with a signature. The test bends its manners.</summary>
internal sealed class TestHub : IAsyncDisposable
{
    private static readonly HttpClient Http = new();

    private readonly WebApplication _app;

    private TestHub(WebApplication app) => _app = app;

    public Uri Address => new(new Uri(_app.Urls.First()), "/hub");

    /// <summary>Where the public address of the callbacks really is: what a gateway does.</summary>
    public Uri? CallbacksAt { get; set; }

    /// <summary>Requests as they came, in order.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Requests { get; } = [];

    /// <summary>Subscribers by their callback, as confirmed.</summary>
    public ConcurrentDictionary<string, HubSubscriber> Subscribers { get; } = new(StringComparer.Ordinal);

    /// <summary>What it answers requests with; 202 = it goes on to have them confirmed.</summary>
    public int Status { get; set; } = StatusCodes.Status202Accepted;

    public bool ComesBack { get; set; } = true;

    public string? ConfirmsTopic { get; set; }

    public int LeaseSeconds { get; set; } = 864_000;

    public string Method { get; set; } = "sha256";

    /// <summary>The answers to its calls for confirmation.</summary>
    public ConcurrentQueue<(int Status, bool IsEcho)> Confirmations { get; } = [];

    public static async Task<TestHub> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.UseDefaultPort(0);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var hub = new TestHub(app);
        app.MapPost("/hub", hub.TakeAsync);
        await app.StartAsync();
        return hub;
    }

    public int RequestsOf(string mode) => Requests.Count(request => request["hub.mode"] == mode);

    /// <summary>Delivers to all who subscribed; gives their answers.</summary>
    public async Task<IReadOnlyList<int>> DeliverAsync(string topic, string body, string? secret = null, string? self = null, string contentType = "application/rss+xml")
    {
        var answers = new List<int>();
        foreach (var (callback, subscriber) in Subscribers.Where(one => one.Value.Topic == topic))
            answers.Add(await PostAsync(callback, body, Sign(body, secret ?? subscriber.Secret), self ?? topic, contentType));

        return answers;
    }

    public async Task<int> PostAsync(string callback, string body, string? signature, string self, string contentType = "application/rss+xml")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At(callback)) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        request.Headers.TryAddWithoutValidation("Link", $"<{Address}>; rel=\"hub\", <{self}>; rel=\"self\"");
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Hub-Signature", signature);

        using var answer = await Http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    public async Task<int> DenyAsync(string callback, string topic, string reason)
    {
        using var answer = await Http.GetAsync(At(callback, $"?hub.mode=denied&hub.topic={Uri.EscapeDataString(topic)}&hub.reason={Uri.EscapeDataString(reason)}"));
        return (int)answer.StatusCode;
    }

    /// <summary>Asks the callback whether it meant that, as hubs do.</summary>
    public async Task<bool> ConfirmAsync(string callback, string mode, string topic)
    {
        var challenge = Guid.NewGuid().ToString("N");
        var query = $"?hub.mode={mode}&hub.topic={Uri.EscapeDataString(topic)}&hub.challenge={challenge}";
        using var answer = await Http.GetAsync(At(callback, mode == "subscribe" ? $"{query}&hub.lease_seconds={LeaseSeconds.ToString(CultureInfo.InvariantCulture)}" : query));
        var isEcho = answer.IsSuccessStatusCode && await answer.Content.ReadAsStringAsync() == challenge;
        Confirmations.Enqueue(((int)answer.StatusCode, isEcho));
        return isEcho;
    }

    public string Sign(string body, string secret)
    {
        var (key, bytes) = (Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body));
        return $"{Method}=" + Convert.ToHexStringLower(Method == "sha512" ? HMACSHA512.HashData(key, bytes) : HMACSHA256.HashData(key, bytes));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var form = (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        Requests.Enqueue(form);
        if (Status == StatusCodes.Status202Accepted && ComesBack)
            _ = GoOnAsync(form);

        return Results.StatusCode(Status);
    }

    private async Task GoOnAsync(IReadOnlyDictionary<string, string> form)
    {
        var (callback, mode, topic) = (form["hub.callback"], form["hub.mode"], form["hub.topic"]);
        if (!await ConfirmAsync(callback, mode, ConfirmsTopic ?? topic))
            return;

        if (mode == "subscribe")
            Subscribers[callback] = new HubSubscriber(topic, form["hub.secret"]);
        else
            Subscribers.TryRemove(callback, out _);
    }

    private Uri At(string callback, string query = "") => new(CallbacksAt!, new Uri(callback).AbsolutePath + query);
}

/// <summary>Who is delivered to.</summary>
internal sealed record HubSubscriber(string Topic, string Secret);
