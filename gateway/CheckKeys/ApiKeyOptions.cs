namespace NewsPlatform.Gateway.CheckKeys;

/// <summary>One API key.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>A shorter key is accepted with a warning: it can be guessed.</summary>
    public const int GoodLength = 16;

    /// <summary>The secret itself; not blank.</summary>
    public string Key { get; init; } = "";

    /// <summary>Comma list of what it may do: <c>push</c> (articles), <c>edit</c> (stories), <c>manage</c> (sources, dead letters), <c>admin</c> (everything).</summary>
    public string Scopes { get; init; } = "push";
}
