using NewsPlatform.Hosting.Storage;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Backup;

/// <summary>The engines that are in this build.</summary>
internal static partial class DatabaseEngines
{
    public static IDatabaseEngine Of(StorageOptions storage)
    {
        if (storage.Engine == StorageEngine.Sqlite)
        {
            return new SqliteEngine(storage.Path);
        }

        IDatabaseEngine? engine = null;
        FindMongoDb(storage, ref engine);
        return engine ?? throw new CommandFailedException("This build of newsctl has no MongoDB engine: build it with -p:MongoDb=true.");
    }

    /// <summary>In <c>MongoDb/</c>, compiled with <c>-p:MongoDb=true</c> only.</summary>
    static partial void FindMongoDb(StorageOptions storage, ref IDatabaseEngine? engine);
}
