using NewsPlatform.Publishing.Tests.FollowChanges.Lossless;
using NewsPlatform.Testing;
using NewsPlatform.Testing.MongoDb;

namespace NewsPlatform.Publishing.Tests.Storage.MongoDb;

public sealed class MongoDbLosslessLogTests(ITestOutputHelper output) : LosslessLogContract(output)
{
    private readonly string _address = MongoDbAddress.OrSkip();
    private readonly string _prefix = $"test{Guid.NewGuid():N}"[..20];
    private readonly TempFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await MongoTestDatabase.DropAllAsync(_address, _prefix);
        _folder.Dispose();
        await base.DisposeAsync();
    }

    private protected override Task<PublishingHost> StartAsync(ManualClock clock)
    {
        var host = new PublishingHost(clock, _folder.Path);
        host.Settings["Storage:Engine"] = "MongoDb";
        host.Settings["Storage:MongoDb:ConnectionString"] = _address;
        host.Settings["Storage:MongoDb:DatabasePrefix"] = _prefix;
        host.Settings["Publishing:StreamPollSeconds"] = "0.2";
        host.Settings["Publishing:StreamHeartbeatSeconds"] = "1";
        _ = host.Server;
        return Task.FromResult(host);
    }
}
