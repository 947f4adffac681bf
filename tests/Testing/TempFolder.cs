namespace NewsPlatform.Testing;

/// <summary>A folder of one test's own, gone with it.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newsplatform-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A killed child may hold a file for a moment longer; the system's own cleaning takes the rest.
        }
    }
}
