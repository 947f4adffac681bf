namespace NewsPlatform.Testing;

/// <summary>The checkout that the tests run from.</summary>
public static class Repository
{
    /// <summary>The folder of <c>NewsPlatform.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsPlatform.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No NewsPlatform.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
