using NewsPlatform.Hosting.Storage;
using NewsPlatform.Newsctl.Backup.MongoDb;

namespace NewsPlatform.Newsctl.Backup;

internal static partial class DatabaseEngines
{
    static partial void FindMongoDb(StorageOptions storage, ref IDatabaseEngine? engine) => engine = new MongoDbEngine(storage.MongoDb);
}
