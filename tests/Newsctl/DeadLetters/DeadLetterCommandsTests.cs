namespace NewsPlatform.Newsctl.Tests.DeadLetters;

public sealed class DeadLetterCommandsTests
{
    private const string Letter = """{"id":"l1","kind":"permanent","reason":"The text is empty.","articleId":"abc","revision":2,"recordedAt":"2026-11-20T10:00:00+00:00","body":"{\"message\":1}"}""";

    [Fact]
    public async Task Lists_them_and_says_how_to_see_the_rest()
    {
        await using var server = (await PlatformServer.StartAsync()).On("GET /api/v1/deadletters", $$"""{"items":[{{Letter}}],"next":"c2"}""");
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("deadletters", "list", "--limit", "1", "--server", server.Address);

        Assert.Contains("The text is empty.", result.Output);
        Assert.Contains("--cursor c2", result.Error);
        Assert.Equal("?limit=1", server.Seen.Single().Query);
    }

    [Fact]
    public async Task Shows_one_with_its_message()
    {
        await using var server = (await PlatformServer.StartAsync()).On("GET /api/v1/deadletters/l1", Letter);
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("deadletters", "show", "l1", "--server", server.Address);

        Assert.Contains("""{"message":1}""", result.Output);
    }

    [Fact]
    public async Task Replays_and_drops_by_id_even_when_the_id_needs_escaping()
    {
        await using var server = (await PlatformServer.StartAsync())
            .On("POST /api/v1/deadletters/a b/replay", """{"id":"a b","replayed":"article"}""", 202)
            .On("DELETE /api/v1/deadletters/a b", "", 204);
        using var newsctl = new NewsctlCall();

        var replayed = await newsctl.RunAsync("deadletters", "replay", "a b", "--json", "--server", server.Address);
        var dropped = await newsctl.RunAsync("deadletters", "drop", "a b", "--server", server.Address);

        Assert.Equal("article", replayed.Json.GetProperty("replayed").GetString());
        Assert.Equal((0, "Dead letter a b is dropped.\n"), (dropped.Code, dropped.Output));
    }
}
