using Xunit;

namespace NewsPlatform.Testing;

/// <summary>The MongoDB server for store contract tests: the one that <c>NEWSPLATFORM_TEST_MONGODB</c> names.</summary>
public static class MongoDbAddress
{
    public const string Variable = "NEWSPLATFORM_TEST_MONGODB";

    /// <summary>The connection string, or skips the calling test with the reason.</summary>
    public static string OrSkip()
    {
        var address = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(address), $"{Variable} holds no connection string of a MongoDB server.");
        return address!;
    }
}
