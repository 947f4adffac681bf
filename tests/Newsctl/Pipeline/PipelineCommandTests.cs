namespace NewsPlatform.Newsctl.Tests.Pipeline;

public sealed class PipelineCommandTests
{
    private const string Counts = """{"accepted":45,"published":38,"inFlight":3,"dead":1,"withdrawn":1,"expired":2,"difference":0,"since":"2026"}""";

    [Fact]
    public async Task Prints_every_bucket_for_people()
    {
        await using var server = (await PlatformServer.StartAsync()).On("GET /api/v1/pipeline", Counts);
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("pipeline", "--server", server.Address);

        Assert.Equal(0, result.Code);
        Assert.Contains("in flight", result.Output);
        Assert.Matches(@"45\s+38\s+3\s+1\s+1\s+2\s+0", result.Output);
    }

    [Fact]
    public async Task Prints_the_servers_own_object_for_machines_with_what_it_adds()
    {
        await using var server = (await PlatformServer.StartAsync()).On("GET /api/v1/pipeline", Counts);
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("--json", "pipeline", "--server", server.Address);

        Assert.Equal(45, result.Json.GetProperty("accepted").GetInt32());
        Assert.Equal("2026", result.Json.GetProperty("since").GetString());
    }

    [Fact]
    public async Task Watches_until_nothing_is_in_flight_and_prints_only_changes()
    {
        var left = 4;
        await using var server = (await PlatformServer.StartAsync()).On("GET /api/v1/pipeline", context =>
        {
            left--;
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                context.Response, $$"""{"accepted":9,"published":{{9 - (left + 1) / 2}},"inFlight":{{(left + 1) / 2}},"dead":0,"withdrawn":0,"difference":0}""");
        });
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("pipeline", "--watch", "--until-drained", "--interval", "0.01", "--json", "--server", server.Address);

        Assert.Equal(0, result.Code);
        Assert.Equal([2, 1, 0], result.JsonLines.Select(line => line.GetProperty("inFlight").GetInt32()));
    }
}
