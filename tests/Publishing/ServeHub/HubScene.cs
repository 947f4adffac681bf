using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.Tests.DeliverChanges;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.ServeHub;

/// <summary>The hub, and a callback on the loopback address that confirms what it asked for.</summary>
internal sealed class HubScene : IAsyncDisposable
{
    public const string Herald = "http://localhost/feeds/rss.xml?source=herald";

    private readonly TempFolder _folder = new();

    private HubScene(TestEndpoint callback) => Callback = callback;

    public TestEndpoint Callback { get; }

    public ManualClock Clock { get; } = new(AnArticle.Noon.AddMinutes(5));

    public PublishingHost Service { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>What the callback was asked, in order.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Questions { get; } = [];

    /// <summary>When it was asked.</summary>
    public ConcurrentQueue<DateTimeOffset> QuestionsAt { get; } = [];

    /// <summary>What the callback says to a challenge.</summary>
    public Func<string, string> Confirms { get; set; } = challenge => challenge;

    /// <summary>How it says that.</summary>
    public HttpStatusCode ConfirmsBy { get; set; } = HttpStatusCode.OK;

    public IReadOnlyList<Received> Deliveries => [.. Callback.Requests.Where(request => request.Method == "POST")];

    public static async Task<HubScene> StartAsync()
    {
        var scene = new HubScene(await TestEndpoint.StartAsync());
        scene.Callback.Answers = scene.AnswerTo;
        scene.Start();
        return scene;
    }

    /// <summary>A service on the same data.</summary>
    public PublishingHost StartService()
    {
        var service = new PublishingHost(Clock, _folder.Path);
        service.Settings["Delivery:AllowedNetworks"] = "127.0.0.1";
        service.Settings["Delivery:MaxSubscriptions"] = "2";
        service.Settings["Publishing:StreamPollSeconds"] = "0.1";
        _ = service.Server;
        return service;
    }

    public async Task StopAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
    }

    public void Start()
    {
        Service = StartService();
        Client = Service.CreateClient();
    }

    public async Task SubscribeAsync(string topic, string? secret = null, string? lease = null, string path = "/callback?own=1")
    {
        var before = await CountAsync(SubscriberKind.Hub);
        await AskAsync("subscribe", topic, path, secret, lease);
        await CountBecomesAsync(before + 1);
    }

    public async Task AskAsync(string mode, string topic, string path = "/callback?own=1", string? secret = null, string? lease = null) =>
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(mode, topic, path, secret, lease)).StatusCode);

    public Task<HttpResponseMessage> PostAsync(string mode, string topic, string path, string? secret = null, string? lease = null) =>
        Client.PostAsync("/hub", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["hub.mode"] = mode,
            ["hub.topic"] = topic,
            ["hub.callback"] = new Uri(Callback.Address, path).AbsoluteUri,
            ["hub.secret"] = secret ?? "",
            ["hub.lease_seconds"] = lease ?? "",
        }));

    /// <summary>Subscriptions, or requests that wait.</summary>
    public Task<int> CountAsync(SubscriberKind kind) => Service.Services.GetRequiredService<ISubscriberStore>().CountAsync(kind, CancellationToken.None);

    public Task CountBecomesAsync(int count, SubscriberKind kind = SubscriberKind.Hub) => BecomesTrueAsync(async () => await CountAsync(kind) == count, $"{count} of {kind}");

    public Task QuestionsAsync(int count) => BecomesTrueAsync(() => Task.FromResult(Questions.Count >= count), $"{count} questions");

    // A feed is written at most every five seconds, a failed delivery repeated after five.
    public Task DeliveredAsync(int count) => BecomesTrueAsync(() => Task.FromResult(Deliveries.Count >= count), $"{count} deliveries");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Callback.DisposeAsync();
        _folder.Dispose();
    }

    private Task BecomesTrueAsync(Func<Task<bool>> isSo, string what) => Eventually.BecomesTrueAsync(
        () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return isSo();
        },
        what: what);

    private Answer AnswerTo(Received request)
    {
        if (request.Method != "GET")
        {
            return new Answer(HttpStatusCode.OK);
        }

        var question = QueryHelpers.ParseQuery(new Uri(new Uri("http://x/"), request.Path).Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        QuestionsAt.Enqueue(Clock.Now);
        Questions.Enqueue(question);
        return new Answer(ConfirmsBy, Body: Confirms(question.GetValueOrDefault("hub.challenge", "")));
    }
}
