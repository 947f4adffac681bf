using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Storage.MongoDb;

namespace NewsPlatform.Hosting.Storage;

public static partial class StorageRegistration
{
    private static void AddMongoDbContext(IServiceCollection services, string service)
    {
        services.AddKeyedSingleton(service, (provider, _) => new MongoDatabaseContext(provider.GetRequiredService<IOptions<StorageOptions>>().Value.MongoDb, service));
        services.AddSingleton<IStoreProbe>(provider => provider.GetRequiredKeyedService<MongoDatabaseContext>(service));
        services.AddKeyedSingleton<IServiceFacts>(service, (provider, _) => new MongoDbFacts(provider.GetRequiredKeyedService<MongoDatabaseContext>(service)));
    }

    /// <summary>
    /// Brings the service's database forward (<see cref="MongoDbMigrations"/>) before any hosted service starts, trying again while the server is away.
    /// The first step makes the indexes.
    /// </summary>
    public static IServiceCollection AddMongoDbSchema(this IServiceCollection services, string service, params IReadOnlyList<Func<MongoDatabaseContext, CancellationToken, Task>> steps)
    {
        services.AddSingleton<IHostedService>(provider => new MongoDbSchema(provider.GetRequiredKeyedService<MongoDatabaseContext>(service), steps));
        return services;
    }
}
