using System.Threading.Channels;

namespace NewsPlatform.Publishing.ServeHub;

/// <summary>
/// Requests that wait to be confirmed, a few at a time. They wait in memory: what a process that ends leaves behind was never confirmed, and whoever asked asks again.
/// </summary>
internal sealed partial class HubRequests(HubDesk desk, ILogger<HubRequests> logger) : BackgroundService
{
    private const int Waiting = 200;
    private const int AtATime = 8;

    private readonly Channel<HubRequest> _requests = Channel.CreateBounded<HubRequest>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>False when too many wait already.</summary>
    public bool TryAdd(HubRequest request) => _requests.Writer.TryWrite(request);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => HandleAsync(stoppingToken)));

    private async Task HandleAsync(CancellationToken ct)
    {
        await foreach (var request in _requests.Reader.ReadAllAsync(ct))
        {
            try
            {
                await desk.HandleAsync(request, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                // A store that is away: the subscriber asks again when nobody comes back to it.
                LogFailed(failure, request.Callback.Host);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A request of {Host} to the hub failed")]
    private partial void LogFailed(Exception failure, string host);
}
