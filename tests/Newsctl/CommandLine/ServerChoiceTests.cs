namespace NewsPlatform.Newsctl.Tests.CommandLine;

public sealed class ServerChoiceTests
{
    private const string Counts = """{"accepted":0,"published":0,"inFlight":0,"dead":0,"withdrawn":0,"difference":0}""";

    [Fact]
    public async Task Reads_the_key_of_a_standalone_data_folder_when_the_server_is_local()
    {
        using var newsctl = new NewsctlCall();
        newsctl.Write("data/admin-key", "from-the-folder\n");

        Assert.Equal("from-the-folder", await KeySentAsync(newsctl));
    }

    [Fact]
    public async Task Prefers_the_option_to_the_variable_to_the_file()
    {
        using var newsctl = new NewsctlCall();
        newsctl.Write("data/admin-key", "from-the-folder");
        newsctl.Write("secret", "from-the-file\n");

        newsctl.Environment["NEWSPLATFORM_KEY_FILE"] = "secret";
        Assert.Equal("from-the-file", await KeySentAsync(newsctl));
        newsctl.Environment["NEWSPLATFORM_KEY"] = "from-the-variable";
        Assert.Equal("from-the-variable", await KeySentAsync(newsctl));
        Assert.Equal("from-the-option", await KeySentAsync(newsctl, "--key", "from-the-option"));
    }

    [Fact]
    public async Task Takes_the_server_from_the_environment()
    {
        await using var server = (await PlatformServer.StartAsync()).On("GET /api/v1/pipeline", Counts);
        using var newsctl = new NewsctlCall();
        newsctl.Environment["NEWSPLATFORM_SERVER"] = server.Address + "/";

        Assert.Equal(0, (await newsctl.RunAsync("pipeline")).Code);
    }

    [Fact]
    public async Task Never_sends_the_local_key_to_another_machine()
    {
        using var newsctl = new NewsctlCall();
        newsctl.Write("data/admin-key", "not for you");

        // A key with a space is refused as soon as it is read: here it is not even read.
        Assert.Equal(3, (await newsctl.RunAsync("pipeline", "--server", "http://newsplatform.invalid")).Code);
        Assert.Equal(2, (await newsctl.RunAsync("pipeline", "--server", "http://127.0.0.1:1")).Code);
    }

    private static async Task<string?> KeySentAsync(NewsctlCall newsctl, params string[] more)
    {
        await using var server = (await PlatformServer.StartAsync()).On("GET /api/v1/pipeline", Counts);
        await newsctl.RunAsync(["pipeline", "--server", server.Address, .. more]);
        return server.Seen[0].Headers.GetValueOrDefault("X-Api-Key");
    }
}
