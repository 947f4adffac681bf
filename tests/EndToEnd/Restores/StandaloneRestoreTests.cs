using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Restores;

/// <summary>The platform in one process is backed up while it runs, goes on, loses a database and gets back its older copy.</summary>
public sealed class StandaloneRestoreTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Desk _desk = new();

    [Theory, InlineData("ingestion"), InlineData("enrichment"), InlineData("publishing")]
    public async Task One_restored_database_ends_with_everything_that_was_ever_accepted(string service)
    {
        string oldCursor, late;
        IReadOnlyList<string> groups;
        await using (var run = await StandaloneRun.StartReadyAsync(_folder.File("data")))
        {
            var before = await _desk.PushAsync(run.Api, 0, 12);
            await Newsctl.RunAsync("backup", _folder.File("backup"), "--data", _folder.File("data"));
            late = (await _desk.PushAsync(run.Api, 12, 24))[0];
            await _desk.PushAsync(run.Api, 1, "Revised once, said the desk.");
            await _desk.PushAsync(run.Api, 2, "Revised for the first time.");
            await _desk.SettlesAsync(run.Api);
            await _desk.PushAsync(run.Api, 2, "Revised for the second time.");
            await _desk.WithdrawAsync(run.Api, before[3]);
            await _desk.WithdrawAsync(run.Api, await _desk.PushAsync(run.Api, 30, "Here for a moment only."));
            await _desk.SettlesAsync(run.Api);
            oldCursor = await Desk.CursorAsync(run.Api);
            groups = await Desk.GroupsAsync(run.Api);
            await run.Process.InterruptAsync();
        }

        await Newsctl.RunAsync("restore", _folder.File("backup"), "--data", _folder.File("data"), "--service", service);

        await using var healed = await StandaloneRun.StartReadyAsync(_folder.File("data"));
        await _desk.HealsAsync(healed.Api, groups);
        await Desk.EnrichmentKnowsAsync(healed.Api, late);
        await (service == "publishing" ? Desk.AssertRestartsAsync(healed.Api, oldCursor) : AssertCursorLeadsOnAsync(healed, oldCursor));

        await _desk.PushAsync(healed.Api, 1, "Revised after the restore.");
        await _desk.PushAsync(healed.Api, 15, "Changed after the restore.");
        await _desk.PushAsync(healed.Api, 40, "New after the restore.");
        await _desk.SettlesAsync(healed.Api);
        await Eventually.BecomesTrueAsync(() => _desk.IsHeldAsync(healed.Api));
    }

    [Fact]
    public async Task A_wiped_platform_comes_back_with_the_same_articles_stories_and_positions()
    {
        string oldCursor;
        List<string> articles, changes;
        IReadOnlyList<string> groups;
        await using (var run = await StandaloneRun.StartReadyAsync(_folder.File("data"), "--demo"))
        {
            await run.Api.SettlesAsync(EditionGold.Articles.Count);
            (articles, changes, groups, oldCursor) = (await TextsAsync(run, "api/v1/articles"), await ChangesAsync(run), await Desk.GroupsAsync(run.Api), await Desk.CursorAsync(run.Api));
            await Newsctl.RunAsync("backup", _folder.File("backup"), "--data", _folder.File("data"));
            await run.Process.InterruptAsync();
        }

        Directory.Delete(_folder.File("data"), recursive: true);
        await Newsctl.RunAsync("restore", _folder.File("backup"), "--data", _folder.File("data"));

        // What heals is analysed anew, and with the edition's list of names as before.
        var names = new Dictionary<string, string> { ["Enrichment__GazetteerPath"] = Repository.PathOf("deploy", "samples", "edition", "gazetteer.txt") };
        await using var restored = await StandaloneRun.StartReadyAsync(_folder.File("data"), names);
        await restored.Api.SettlesAsync(EditionGold.Articles.Count);
        Assert.Equal(articles, await TextsAsync(restored, "api/v1/articles"));
        // Every position as it was; what heals tells nobody again what was told.
        Assert.Equal(changes, await ChangesAsync(restored));
        Assert.Equal(groups, await Desk.GroupsAsync(restored.Api));
        await Desk.AssertRestartsAsync(restored.Api, oldCursor);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task AssertCursorLeadsOnAsync(StandaloneRun run, string cursor) =>
        Assert.False(string.IsNullOrEmpty((await run.Api.GetAsync($"api/v1/changes?cursor={Uri.EscapeDataString(cursor)}")).GetProperty("next").GetString()));

    private static async Task<List<string>> TextsAsync(StandaloneRun run, string path) => [.. (await run.Api.ListAsync(path)).Select(item => item.GetRawText())];

    private static async Task<List<string>> ChangesAsync(StandaloneRun run) => [.. (await run.Api.ChangesAsync()).Select(change => change.GetRawText())];
}
