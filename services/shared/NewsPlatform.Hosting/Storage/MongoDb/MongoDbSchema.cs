using Microsoft.Extensions.Hosting;
using MongoDB.Driver;

namespace NewsPlatform.Hosting.Storage.MongoDb;

/// <summary>Brings a database's schema forward at start-up, before any worker touches it.</summary>
internal sealed class MongoDbSchema(MongoDatabaseContext database, IReadOnlyList<Func<MongoDatabaseContext, CancellationToken, Task>> steps) : IHostedLifecycleService
{
    private const int Attempts = 10;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await MongoDbMigrations.ApplyAsync(database, steps, cancellationToken);
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
