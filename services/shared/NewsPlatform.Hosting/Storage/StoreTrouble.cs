using Microsoft.Data.Sqlite;

namespace NewsPlatform.Hosting.Storage;

/// <summary>Tells a store that is locked, full or away from a fault of the program: the same request may succeed later.</summary>
internal static class StoreTrouble
{
    // SQLITE_BUSY, LOCKED, IOERR, FULL, CANTOPEN.
    private static readonly HashSet<int> PassingCodes = [5, 6, 10, 13, 14];

    public static bool IsPassing(Exception failure) =>
        (failure is SqliteException sqlite && PassingCodes.Contains(sqlite.SqliteErrorCode))
#if MONGODB
        || MongoDb.MongoDbTrouble.IsPassing(failure)
#endif
        ;
}
