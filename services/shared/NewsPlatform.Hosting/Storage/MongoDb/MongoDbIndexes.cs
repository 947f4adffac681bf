using Microsoft.Extensions.Hosting;
using MongoDB.Driver;

namespace NewsPlatform.Hosting.Storage.MongoDb;

/// <summary>Creates a database's indexes at start-up; <c>createIndexes</c> does nothing where they are there already.</summary>
internal sealed class MongoDbIndexes(MongoDatabaseContext database, Func<MongoDatabaseContext, CancellationToken, Task> create) : IHostedLifecycleService
{
    private const int Attempts = 10;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await create(database, cancellationToken);
                return;
            }
            catch (Exception away) when (attempt < Attempts && away is MongoConnectionException or TimeoutException)
            {
                // The driver has waited for a server already; a replica set that elects its first primary takes a while.
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
