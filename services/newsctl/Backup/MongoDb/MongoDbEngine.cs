using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Enrichment;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Logs.MongoDb;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Storage.MongoDb;

namespace NewsPlatform.Newsctl.Backup.MongoDb;

/// <summary>
/// MongoDB databases, a file a collection, read with majority. The collections are not of one moment, so what points is read before what it points
/// to; what changed since the backup began is healed after a restore in any case.
/// </summary>
internal sealed class MongoDbEngine(MongoDbOptions options) : IDatabaseEngine
{
    private const string Loading = "restoring-";
    private const int DocumentsPerInsert = 500;

    // Fetch states tell that everything before is stored, a log entry that its article is, an article that it has keys: each is read before what it tells of.
    private static readonly string[] First = ["sources", "sourceAddresses", "pendingPages", "heldStories", "storySnapshots", "log", "articles", "stories", "keys"];

    public async Task<ServiceBackup> BackUpAsync(string service, string folder, CancellationToken ct)
    {
        using var database = new MongoDatabaseContext(options, service);
        var files = new List<BackupFile>();
        foreach (var name in await CollectionsAsync(database.Database, ct))
        {
            var file = $"{service}-{name}{DocumentFile.Suffix}";
            var count = await DocumentFile.WriteAsync(Path.Combine(folder, file), ReadAsync(database.Database, name, ct), ct);
            files.Add(await BackupFiles.DescribeAsync(folder, file, new Dictionary<string, long>(StringComparer.Ordinal) { [name] = count }, ct));
        }

        var log = files.Exists(file => file.Counts.ContainsKey("log")) ? new MongoDbLogStore(database) : null;
        var meta = database.Database.GetCollection<BsonDocument>(MongoDatabaseContext.MetaCollection);
        return new ServiceBackup
        {
            Service = service,
            Schema = (await meta.Find(Builders<BsonDocument>.Filter.Eq("_id", "schema")).FirstOrDefaultAsync(ct))?["version"].ToInt32() ?? 0,
            Epoch = log is null ? null : await log.ReadEpochAsync(ct),
            NextPosition = log is null ? null : await log.ReadNextPositionAsync(ct),
            Files = files,
        };
    }

    public Task<string?> FindDamageAsync(BackupFile file, string folder, CancellationToken ct) => Task.Run(() => FindDamage(file, folder), ct);

    /// <summary>MongoDB cannot tell; the command asks for a word.</summary>
    public Task RefuseWhileInUseAsync(string service, CancellationToken ct) => Task.CompletedTask;

    public async Task<Func<CancellationToken, Task<string?>>> PrepareRestoreAsync(ServiceBackup backup, string folder, RestoreMark mark, CancellationToken ct)
    {
        using var database = new MongoDatabaseContext(options, backup.Service);
        foreach (var leftover in (await NamesAsync(database.Database, ct)).Where(name => name.StartsWith(Loading, StringComparison.Ordinal)))
        {
            await database.Database.DropCollectionAsync(leftover, ct);
        }

        foreach (var file in backup.Files)
        {
            var loading = database.Database.GetCollection<BsonDocument>(Loading + file.Counts.Keys.Single());
            foreach (var documents in DocumentFile.Read(Path.Combine(folder, file.Name)).Chunk(DocumentsPerInsert))
            {
                await loading.InsertManyAsync(documents, cancellationToken: ct);
            }
        }

        return token => ReplaceAsync(backup, mark, token);
    }

    private async Task<string?> ReplaceAsync(ServiceBackup backup, RestoreMark mark, CancellationToken ct)
    {
        using var database = new MongoDatabaseContext(options, backup.Service);
        var names = await NamesAsync(database.Database, ct);
        var aside = $"before-restore-{mark.RestoredAt:yyyyMMdd'T'HHmmss'Z'}-";

        // While it is there no service starts on this database: the renames are many steps.
        await MongoDbRestoreGuard.SetAsync(database, ct);
        foreach (var name in names.Where(IsOwn))
        {
            await database.Database.RenameCollectionAsync(name, aside + name, cancellationToken: ct);
        }

        foreach (var name in names.Where(name => name.StartsWith(Loading, StringComparison.Ordinal)))
        {
            await database.Database.RenameCollectionAsync(name, name[Loading.Length..], cancellationToken: ct);
        }

        var log = new MongoDbLogStore(database);
        var epoch = backup.Epoch is null ? null : await log.RenewEpochAsync(ct);
        long? resumedAt = backup.Service == EnrichmentService.Name ? await StoryLogRestore.ResumeAsync(log, mark.RestoredAt, ct) : null;
        await (mark with { Epoch = epoch, ResumedAt = resumedAt }).WriteAsync(new MongoDbFacts(database), ct);
        await MongoDbRestoreGuard.LiftAsync(database, ct);
        return names.Any(IsOwn) ? $"the collections {aside}* of {database.Database.DatabaseNamespace.DatabaseName}" : null;
    }

    private static string? FindDamage(BackupFile file, string folder)
    {
        try
        {
            var (name, expected) = file.Counts.Single();
            var count = DocumentFile.Read(Path.Combine(folder, file.Name)).LongCount();
            return count == expected ? null : $"{count} documents of {name} instead of {expected}";
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or EndOfStreamException or FormatException)
        {
            return unreadable.Message.TrimEnd('.');
        }
    }

    private static bool IsOwn(string name) =>
        !name.StartsWith("system.", StringComparison.Ordinal) && !name.StartsWith(Loading, StringComparison.Ordinal)
        && !name.StartsWith("before-restore-", StringComparison.Ordinal) && name != MongoDbRestoreGuard.Collection;

    private static async Task<IReadOnlyList<string>> NamesAsync(IMongoDatabase database, CancellationToken ct) => await (await database.ListCollectionNamesAsync(cancellationToken: ct)).ToListAsync(ct);

    private static async Task<IReadOnlyList<string>> CollectionsAsync(IMongoDatabase database, CancellationToken ct) =>
        [.. (await NamesAsync(database, ct)).Where(IsOwn).OrderBy(name => Array.IndexOf(First, name) is var place and >= 0 ? place : First.Length).ThenBy(name => name, StringComparer.Ordinal)];

    // In order of _id: of a log that grows meanwhile this reads a beginning without gap.
    private static async IAsyncEnumerable<RawBsonDocument> ReadAsync(IMongoDatabase database, string name, [EnumeratorCancellation] CancellationToken ct)
    {
        using var documents = await database.GetCollection<RawBsonDocument>(name).Find(FilterDefinition<RawBsonDocument>.Empty).Sort(Builders<RawBsonDocument>.Sort.Ascending("_id")).ToCursorAsync(ct);
        while (await documents.MoveNextAsync(ct))
        {
            foreach (var document in documents.Current)
            {
                yield return document;
            }
        }
    }
}
