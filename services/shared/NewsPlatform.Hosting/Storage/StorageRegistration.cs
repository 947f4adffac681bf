using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Hosting.Storage;

/// <summary>Chooses a service's storage engine.</summary>
public static partial class StorageRegistration
{
    /// <summary>
    /// Registers the service's stores on the configured engine. The database itself is opened (and its schema brought up to date) before any hosted
    /// service starts; <see cref="ConfigurationException"/> when the engine is not in this build.
    /// </summary>
    public static IHostApplicationBuilder AddStores(this IHostApplicationBuilder builder, string service, Action<IServiceCollection> sqlite, Action<IServiceCollection> mongoDb)
    {
        var options = builder.AddValidatedOptions<StorageOptions>(StorageOptions.Section);
        if (options.Engine == StorageEngine.Sqlite)
        {
            sqlite(builder.Services);
            builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IFigures, DiskFigures>());
            return builder;
        }

#if MONGODB
        AddMongoDbContext(builder.Services, service);
        mongoDb(builder.Services);
        return builder;
#else
        throw new ConfigurationException($"Storage:Engine is MongoDb, but this build of {service} has no MongoDB engine: build it with -p:MongoDb=true, or set Storage:Engine to Sqlite (environment variable Storage__Engine).");
#endif
    }

    /// <summary>Registers the service's SQLite file <c>name.db</c> in <see cref="StorageOptions.Path"/>, keyed by the service's name, with its schema.</summary>
    public static IServiceCollection AddSqliteDatabase(this IServiceCollection services, string service, IReadOnlyList<string> migrations)
    {
        services.AddKeyedSingleton(service, (provider, _) =>
            new SqliteDatabase(System.IO.Path.Combine(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Path, $"{service}.db"), migrations));
        services.AddSingleton<IStoreProbe>(provider => provider.GetRequiredKeyedService<SqliteDatabase>(service));
        services.AddKeyedSingleton<IServiceFacts>(service, (provider, _) => new SqliteFacts(provider.GetRequiredKeyedService<SqliteDatabase>(service)));
        return services;
    }
}

/// <summary>Says whether a store takes writes; part of readiness.</summary>
public interface IStoreProbe
{
    /// <summary>One small durable write; throws when the store cannot take it.</summary>
    Task TouchAsync(CancellationToken ct);
}
