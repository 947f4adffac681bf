using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Restores;

/// <summary>The four processes go on after a backup, lose one service's database and get back its older copy, while the others and the broker run on.</summary>
public sealed class DistributedRestoreTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly Desk _desk = new();
    private RabbitMqServer? _broker;

    public async ValueTask InitializeAsync() => _broker = await RabbitMqServer.StartOrSkipAsync();

    [Theory, InlineData("ingestion"), InlineData("enrichment"), InlineData("publishing")]
    public async Task One_restored_database_is_healed_by_the_services_that_ran_on(string service)
    {
        await using var run = await DistributedRun.StartAsync(_folder.File("data"), _broker!.Uri);
        var before = await _desk.PushAsync(run.Api, 0, 12);
        await Newsctl.RunAsync("backup", _folder.File("backup"), "--data", _folder.File("data"));
        var late = (await _desk.PushAsync(run.Api, 12, 18))[0];
        await _desk.PushAsync(run.Api, 1, "Revised once, said the desk.");
        await _desk.WithdrawAsync(run.Api, before[3]);
        await _desk.SettlesAsync(run.Api);
        var groups = await Desk.GroupsAsync(run.Api);

        await run.ProcessOf(service).TerminateAsync();
        await Newsctl.RunAsync("restore", _folder.File("backup"), "--data", _folder.File("data"), "--service", service);
        run.Start(service);
        await run.BecomesReadyAsync();

        await _desk.HealsAsync(run.Api, groups);
        await Desk.EnrichmentKnowsAsync(run.Api, late);
        await _desk.PushAsync(run.Api, 1, "Revised after the restore.");
        await _desk.PushAsync(run.Api, 40, "New after the restore.");
        await _desk.SettlesAsync(run.Api);
        await Eventually.BecomesTrueAsync(() => _desk.IsHeldAsync(run.Api));
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

        _folder.Dispose();
    }
}
