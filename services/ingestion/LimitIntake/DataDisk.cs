using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Ingestion.LimitIntake;

/// <summary>The disk that the service's data lies on.</summary>
internal sealed class DataDisk(IOptions<StorageOptions> storage)
{
    /// <summary>Null when the data lies with a database server, whose disk is its own.</summary>
    public long? FreeBytes() => storage.Value.Engine == StorageEngine.Sqlite ? new DriveInfo(Path.GetFullPath(storage.Value.Path)).AvailableFreeSpace : null;
}
