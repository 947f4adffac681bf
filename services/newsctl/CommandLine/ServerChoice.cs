namespace NewsPlatform.Newsctl.CommandLine;

/// <summary>Which server is spoken to, with which key.</summary>
/// <param name="Server">Absolute http(s) address that ends in a slash.</param>
/// <param name="Key">Null when none was found: reading needs none.</param>
internal sealed record ServerChoice(Uri Server, string? Key)
{
    public const string DefaultServer = "http://localhost:8080";
    public const string ServerVariable = "NEWSPLATFORM_SERVER";
    public const string KeyVariable = "NEWSPLATFORM_KEY";
    public const string KeyFileVariable = "NEWSPLATFORM_KEY_FILE";

    /// <summary>Where standalone keeps the key that it made at its first start.</summary>
    public const string LocalKeyFile = "data/admin-key";

    /// <summary>The options first, then the environment, then the local data folder.</summary>
    public static ServerChoice Make(string? serverOption, string? keyOption, Surroundings around)
    {
        var named = NotEmpty(serverOption) ?? NotEmpty(around.Environment(ServerVariable)) ?? DefaultServer;
        if (!Uri.TryCreate(named.TrimEnd('/') + "/", UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            throw new WrongUsageException($"'{named}' is no server address: give one like {DefaultServer} with --server or in {ServerVariable}.");
        }

        var key = NotEmpty(keyOption) ?? NotEmpty(around.Environment(KeyVariable)) ?? NamedFile(around) ?? LocalFile(server, around);
        if (key is not null && key.Any(character => character is <= ' ' or > '~'))
        {
            throw new WrongUsageException("The API key holds characters that no key has (spaces, control characters or letters beyond ASCII): look at how it was copied.");
        }

        return new ServerChoice(server, key);
    }

    private static string? NamedFile(Surroundings around)
    {
        if (NotEmpty(around.Environment(KeyFileVariable)) is not { } file)
        {
            return null;
        }

        var path = around.PathOf(file);
        return File.Exists(path)
            ? NotEmpty(File.ReadAllText(path))
            : throw new WrongUsageException($"{KeyFileVariable} names '{path}', which is not there.");
    }

    private static string? LocalFile(Uri server, Surroundings around)
    {
        var path = around.PathOf(LocalKeyFile);
        return server.IsLoopback && File.Exists(path) ? NotEmpty(File.ReadAllText(path)) : null;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
