using System.Text.Json;

namespace NewsPlatform.Newsctl.Tests.Offline;

public sealed class ClusterCommandTests
{
    [Fact]
    public async Task Gives_texts_about_one_event_one_cluster_as_they_come()
    {
        using var newsctl = new NewsctlCall();
        var lines = new[]
        {
            Line("a", "Ferry Aurora runs aground off Larvik", "The ferry Aurora with 212 passengers ran aground on rocks near Larvik harbour at dawn, the coast guard said.", "2026-03-02T06:00:00Z"),
            Line("b", "Glassworks fire in Quillan injures nine", "A fire at the Quillan glassworks injured nine workers and destroyed furnace hall three overnight.", "2026-03-02 07:00"),
            Line("c", "Passengers taken off ferry Aurora", "Coast guard boats took 212 passengers off the ferry Aurora, which hit rocks outside Larvik harbour at dawn.", "2026-03-02T08:00:00Z"),
            Line("d", "Late", "Text.", "one of these days"),
            Line("a", "Ferry Aurora runs aground off Larvik", "The same id again.", null),
        };

        var result = await newsctl.RunAsync(string.Join('\n', lines), ["cluster", "--jsonl"]);

        Assert.Equal(1, result.Code);
        Assert.Equal("Line 4: The member \"publishedAt\" is no date and time such as 2026-01-31T18:00:00Z.\n", result.Error);
        var clusters = result.JsonLines.Select(line => line.TryGetProperty("cluster", out var cluster) ? cluster.GetString() : null).ToList();
        Assert.Equal(["a", "b", "c", "d", "a"], result.JsonLines.Select(line => line.GetProperty("id").GetString()));
        Assert.Equal(clusters[0], clusters[2]);
        Assert.NotEqual(clusters[0], clusters[1]);
        Assert.Equal(clusters[0], clusters[4]);
    }

    private static string Line(string id, string title, string text, string? publishedAt) => JsonSerializer.Serialize(new { id, title, text, publishedAt, language = "en" });
}
