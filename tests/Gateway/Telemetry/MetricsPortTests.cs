using System.Net;
using NewsPlatform.Testing;

namespace NewsPlatform.Gateway.Tests.Telemetry;

public sealed class MetricsPortTests
{
    [Theory]
    [InlineData("/metrics"), InlineData("/METRICS"), InlineData("/metrics/"), InlineData("/metrics/all"), InlineData("/%6Detrics"), InlineData("/site/../metrics"), InlineData("/metrics?name=x")]
    public async Task The_public_port_shows_neither_its_own_metrics_nor_those_of_a_service_behind_it(string path)
    {
        await using var gateway = await GatewayHarness.StartAsync(("Telemetry:Port", $"{FreePort.Next()}"));

        using var answer = await gateway.Client.GetAsync(new Uri(gateway.Client.BaseAddress! + path[1..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("# TYPE", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_telemetry_port_shows_the_metrics_and_nothing_else()
    {
        var port = FreePort.Next();
        await using var gateway = await GatewayHarness.StartAsync(("Telemetry:Port", $"{port}"));
        await gateway.SendAsync("GET", "/api/v1/articles");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };

        Assert.Contains("http_server_request_duration_seconds_bucket", await client.GetStringAsync(new Uri("metrics", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("api/v1/articles", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("health/live", UriKind.Relative))).StatusCode);
    }
}
