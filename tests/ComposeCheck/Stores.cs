using NewsPlatform.Testing;

namespace NewsPlatform.ComposeCheck;

/// <summary>The two containers of others: a real RabbitMQ of this run's own, configured by the files that the container mounts; and the database that can be had.</summary>
internal sealed class Stores(ComposeFile file, string secrets, string data) : IAsyncDisposable
{
#if MONGODB
    private const bool HasMongoDbEngine = true;
#else
    private const bool HasMongoDbEngine = false;
#endif

    private readonly string? _mongoDb = HasMongoDbEngine && Environment.GetEnvironmentVariable(MongoDbAddress.Variable) is { Length: > 0 } address ? address : null;
    private readonly string _prefix = $"compose{Guid.NewGuid():N}"[..20];
    private RabbitMqServer? _broker;

    /// <summary>What stands for the container, in a few words.</summary>
    public async Task<string> StartAsync(ComposeService service, Places places)
    {
        if (service.Image.StartsWith("rabbitmq:", StringComparison.Ordinal))
        {
            _broker = await RabbitMqServer.StartPrivateAsync(await ConfigurationAsync(service));
            places.Add(service.Name, "5672", _broker.Port);
            return "a private RabbitMQ with the mounted configuration and the secret's user";
        }

        if (service.Image.StartsWith("mongo:", StringComparison.Ordinal))
        {
            return _mongoDb is null ? $"SQLite instead, for {(HasMongoDbEngine ? $"{MongoDbAddress.Variable} names no server" : "this build has no MongoDB engine")}" : $"the server that {MongoDbAddress.Variable} names";
        }

        throw new InvalidOperationException($"{service.Name} is of {service.Image}: nothing here stands for that.");
    }

    /// <summary>The service's variables with the database that can be had.</summary>
    public IReadOnlyDictionary<string, string> Replace(IReadOnlyDictionary<string, string> environment, string service)
    {
        if (environment.GetValueOrDefault("Storage__Engine") != "MongoDb")
        {
            return environment;
        }

        var replaced = new Dictionary<string, string>(environment, StringComparer.Ordinal);
        if (_mongoDb is not null)
        {
            replaced.Remove("Storage__MongoDb__ConnectionString_FILE");
            replaced["Storage__MongoDb__ConnectionString"] = _mongoDb;
            replaced["Storage__MongoDb__DatabasePrefix"] = _prefix;
            return replaced;
        }

        var folder = Directory.CreateDirectory(Path.Combine(data, service));
        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_111_111);
        replaced["Storage__Engine"] = "Sqlite";
        replaced["Storage__Path"] = folder.FullName;
        return replaced;
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

#if MONGODB
        if (_mongoDb is not null)
        {
            await Testing.MongoDb.MongoTestDatabase.DropAllAsync(_mongoDb, _prefix);
        }
#endif
    }

    // conf.d is read in the order of its files' names: those that are mounted and those that are secrets.
    private async Task<string> ConfigurationAsync(ComposeService service)
    {
        var mounted = service.Mounts.Where(mount => mount[0].StartsWith('.')).Select(mount => (Target: mount[1], Source: Repository.PathOf(mount[0])));
        var secret = service.Secrets.Select(entry => (Target: entry.Value, Source: Path.Combine(secrets, file.FileOfSecret(entry.Key))));
        var texts = mounted.Concat(secret).Where(entry => entry.Target.EndsWith(".conf", StringComparison.Ordinal)).OrderBy(entry => entry.Target, StringComparer.Ordinal).Select(entry => File.ReadAllTextAsync(entry.Source));
        return string.Join('\n', await Task.WhenAll(texts));
    }
}
