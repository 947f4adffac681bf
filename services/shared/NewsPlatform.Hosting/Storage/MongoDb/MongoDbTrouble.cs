using MongoDB.Driver;

namespace NewsPlatform.Hosting.Storage.MongoDb;

/// <summary>The failures of a MongoDB server that is away, changes its primary or does not answer in time.</summary>
internal static class MongoDbTrouble
{
    public static bool IsPassing(Exception failure) =>
        failure is MongoConnectionException or MongoConnectionPoolPausedException or MongoNotPrimaryException or MongoNodeIsRecoveringException or MongoExecutionTimeoutException
            or TimeoutException { Source: "MongoDB.Driver" };
}
