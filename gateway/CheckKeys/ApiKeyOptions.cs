namespace NewsPlatform.Gateway.CheckKeys;

/// <summary>One API key.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>Shortest key accepted, in characters.</summary>
    public const int MinLength = 16;

    /// <summary>The secret itself.</summary>
    public string Key { get; init; } = "";

    /// <summary>Comma list of what it may do: <c>push</c> (articles), <c>edit</c> (stories), <c>manage</c> (sources, dead letters), <c>admin</c> (everything).</summary>
    public string Scopes { get; init; } = "push";
}
