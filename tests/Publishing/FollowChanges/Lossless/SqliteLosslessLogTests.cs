using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.FollowChanges.Lossless;

public sealed class SqliteLosslessLogTests(ITestOutputHelper output) : LosslessLogContract(output)
{
    private readonly TempFolder _folder = new();

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return base.DisposeAsync();
    }

    private protected override Task<PublishingHost> StartAsync(ManualClock clock)
    {
        var host = new PublishingHost(clock, _folder.Path);
        host.Settings["Publishing:StreamPollSeconds"] = "0.2";
        host.Settings["Publishing:StreamHeartbeatSeconds"] = "1";
        _ = host.Server;
        return Task.FromResult(host);
    }
}
