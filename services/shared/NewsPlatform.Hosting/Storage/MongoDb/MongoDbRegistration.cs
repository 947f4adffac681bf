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

    /// <summary>Makes the service's indexes before any hosted service starts, trying again while the server is away.</summary>
    public static IServiceCollection AddMongoDbIndexes(this IServiceCollection services, string service, Func<MongoDatabaseContext, CancellationToken, Task> create)
    {
        services.AddSingleton<IHostedService>(provider => new MongoDbIndexes(provider.GetRequiredKeyedService<MongoDatabaseContext>(service), create));
        return services;
    }
}
