using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using NewsPlatform.Testing;

namespace NewsPlatform.Gateway.Tests.RouteRequests;

/// <summary>One name, several replicas, as compose's <c>--scale</c> and headless services make it.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private readonly int _port = FreePort.Next();
    private readonly List<WebApplication> _replicas = [];
    private IPAddress[] _addresses = [IPAddress.Parse("127.0.0.2"), IPAddress.Parse("127.0.0.3")];

    public async ValueTask InitializeAsync()
    {
        foreach (var address in _addresses)
        {
            _replicas.Add(await GatewayHarness.StartEchoAsync(address.ToString(), $"http://{address}:{_port}"));
        }
    }

    [Fact]
    public async Task Every_replica_behind_the_name_answers()
    {
        await using var gateway = await StartGatewayAsync();

        await Eventually.BecomesAsync(() => AnswerersAsync(gateway, 20), answerers => answerers.Count == 2, TimeSpan.FromSeconds(20), "both replicas");
    }

    [Theory, InlineData("GET"), InlineData("POST")]
    public async Task A_replica_that_ends_costs_no_request(string method)
    {
        await using var gateway = await StartGatewayAsync();
        await _replicas[0].StopAsync();

        for (var i = 0; i < 20; i++)
        {
            var answer = await gateway.SendAsync(method, "/api/v1/articles", ("X-Api-Key", GatewayHarness.AdminKey));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("127.0.0.3", answer.Headers.GetValues("X-Answered-By").Single());
        }
    }

    [Fact]
    public async Task A_replica_that_joins_is_found_while_the_gateway_runs()
    {
        var both = _addresses;
        _addresses = [both[0]];
        await using var gateway = await StartGatewayAsync();
        Assert.Equal(["127.0.0.2"], await AnswerersAsync(gateway, 20));

        _addresses = both;

        await Eventually.BecomesAsync(() => AnswerersAsync(gateway, 20), answerers => answerers.Count == 2, TimeSpan.FromSeconds(30), "the new replica");
    }

    [Fact]
    public async Task A_name_that_is_unknown_at_the_start_is_found_when_it_appears()
    {
        var both = _addresses;
        _addresses = [];
        await using var gateway = await StartGatewayAsync();
        Assert.Equal(HttpStatusCode.BadGateway, (await gateway.SendAsync("GET", "/api/v1/articles")).StatusCode);

        _addresses = both;

        await Eventually.BecomesTrueAsync(async () => (await gateway.SendAsync("GET", "/api/v1/articles")).IsSuccessStatusCode, TimeSpan.FromSeconds(30), "the service's return");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }
    }

    private static async Task<HashSet<string>> AnswerersAsync(GatewayHarness gateway, int requests)
    {
        var answerers = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < requests; i++)
        {
            answerers.Add((await gateway.SendAsync("GET", "/api/v1/articles")).Headers.GetValues("X-Answered-By").Single());
        }

        return answerers;
    }

    private Task<GatewayHarness> StartGatewayAsync() =>
        GatewayHarness.StartAsync(
            (_, _) => _addresses.Length > 0 ? Task.FromResult(_addresses) : throw new SocketException((int)SocketError.HostNotFound),
            ("Gateway:Ingestion", $"http://service.invalid:{_port}"),
            ("Gateway:Publishing", $"http://service.invalid:{_port}"));
}
