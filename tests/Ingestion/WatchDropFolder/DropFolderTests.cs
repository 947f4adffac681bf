using NewsPlatform.Ingestion.WatchDropFolder;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.WatchDropFolder;

public sealed class DropFolderTests : IAsyncDisposable
{
    private const string Text = "Ferry talks go on\n\nThe harbour council of Lindmoor met on Tuesday and will meet again about the ferry and its old wooden pier.";

    private readonly TempFolder _folder = new();
    private IngestionHarness? _service;

    [Fact]
    public async Task Files_become_articles_and_lie_in_done_or_with_the_reason_in_failed()
    {
        var service = await StartAsync();
        Put("ferry.txt", Text);
        Put("Orm Herald/ice.json", AnArticle.Json("ice").Replace("\"source\":{\"id\":\"lindmoor\",\"name\":\"Lindmoor Post\"}", "\"x\":1", StringComparison.Ordinal));
        Put("empty.html", "");
        Put("picture.png", "png");
        Put(".hidden.txt", Text);
        Put("coming.txt.part", Text);

        await LookUntilAsync(service, () => Files("done").Count == 2 && Files("failed").Count == 4);

        await service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 2, Published: 2 });
        Assert.Equal(["ferry.txt", "ice.json"], Files("done"));
        Assert.Equal(["empty.html", "empty.html.reason.txt", "picture.png", "picture.png.reason.txt"], Files("failed"));
        Assert.Contains("'.png'", await File.ReadAllTextAsync(Directory.EnumerateFiles(_folder.File("drop/failed"), "picture.png.reason.txt", SearchOption.AllDirectories).Single()), StringComparison.Ordinal);
        Assert.Equal(["Orm Herald", "push"], service.Downstream.Delivered.Select(message => message.Content.Source.Name).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(_folder.File("drop/.hidden.txt")) && File.Exists(_folder.File("drop/coming.txt.part")));
    }

    [Fact]
    public async Task A_file_that_a_killed_process_had_claimed_is_taken_and_never_twice()
    {
        Put($"working/{Environment.MachineName}/ferry.txt", Text);
        var service = await StartAsync();
        await LookUntilAsync(service, () => Files("done").Count == 1);
        Put($"working/{Environment.MachineName}/ferry.txt", Text);
        await LookUntilAsync(service, () => Files("done").Count == 2);

        await service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 1, Published: 1 });
        Assert.Equal(["ferry-2.txt", "ferry.txt"], Files("done"));
        Assert.Equal(1, service.Downstream.Held.Values.Single().Revision);
    }

    [Fact]
    public void A_file_that_still_grows_is_left_alone_and_of_two_processes_one_takes_it()
    {
        Put("ferry.txt", "half");
        var (one, other) = (Folder(), Folder());
        Assert.Empty(one.Claim(10));
        Assert.Empty(other.Claim(10));
        Put("ferry.txt", "half and half");

        Assert.Empty(one.Claim(10));
        Assert.Single(one.Claim(10));
        Assert.Single(other.Claim(10)); // on one machine both are the same owner: it is what was claimed, not a second one
        Assert.Empty(Files("done"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();

        _folder.Dispose();
    }

    private DropFolder Folder() => new(_folder.File("drop"), new ManualClock());

    private async Task<IngestionHarness> StartAsync() => _service = await IngestionHarness.StartAsync(("DropFolder:Path", _folder.File("drop")), ("DropFolder:LookSeconds", "1"));

    private static Task LookUntilAsync(IngestionHarness service, Func<bool> satisfied) => Eventually.BecomesTrueAsync(() =>
    {
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        return Task.FromResult(satisfied());
    });

    private void Put(string name, string content)
    {
        var path = _folder.File(Path.Combine("drop", name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private IReadOnlyList<string> Files(string state) => Directory.Exists(_folder.File($"drop/{state}"))
        ? [.. Directory.EnumerateFiles(_folder.File($"drop/{state}"), "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : [];
}
