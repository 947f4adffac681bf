using System.Net;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Outbound;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.DeliverChanges;

public sealed class EndpointCallerTests : IAsyncLifetime
{
    private static readonly Message Something = new("e:1", "newsplatform.test", null, "application/json", "{}"u8.ToArray(), new LogCursor("e", 2));

    private TestEndpoint _endpoint = null!;

    public async ValueTask InitializeAsync() => _endpoint = await TestEndpoint.StartAsync();

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();

    [Fact]
    public async Task Does_not_connect_to_a_name_that_leads_into_a_network_that_is_not_allowed()
    {
        var address = new UriBuilder(_endpoint.Address) { Host = "inner.example" }.Uri;

        var refused = await CallAsync(address, allowed: "");
        var allowed = await CallAsync(address, allowed: "127.0.0.1");

        Assert.Equal((null, true), (refused.Status, refused.Problem!.Contains("inner.example is at 127.0.0.1, which is not a public address", StringComparison.Ordinal)));
        Assert.Equal((200, null), (allowed.Status, allowed.Problem));
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task Takes_a_redirect_and_a_server_that_is_too_slow_or_away_for_failures()
    {
        _endpoint.Answers = _ => new Answer(HttpStatusCode.TemporaryRedirect);
        var redirected = await CallAsync(_endpoint.Address);
        _endpoint.Answers = _ => new Answer(HttpStatusCode.OK, Never: true);
        var slow = await CallAsync(_endpoint.Address);
        var away = await CallAsync(new Uri($"http://127.0.0.1:{FreePort.Next()}/"));

        Assert.Equal("The endpoint answered with status 307.", redirected.Problem);
        Assert.Contains("no answer within 0.5 s", slow.Problem, StringComparison.Ordinal);
        Assert.StartsWith("No answer from 127.0.0.1:", away.Problem, StringComparison.Ordinal);
        Assert.Equal(2, _endpoint.Requests.Count);
    }

    private static async Task<EndpointAnswer> CallAsync(Uri address, string allowed = "127.0.0.1")
    {
        using var caller = new EndpointCaller(Options.Create(new DeliveryOptions { AllowedNetworks = allowed, TimeoutSeconds = 0.5 }), new LoopbackNames(), TimeProvider.System);
        return await caller.PostAsync(address, Something, [], CancellationToken.None);
    }

    private sealed class LoopbackNames : IAddressBook
    {
        public Task<IPAddress[]> ResolveAsync(string name, CancellationToken ct) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
    }
}
