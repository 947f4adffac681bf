namespace NewsPlatform.Gateway.CheckKeys;

/// <summary>One API key.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>A shorter key is accepted with a warning: it can be guessed.</summary>
    public const int GoodLength = 16;

    /// <summary>The secret itself; not blank.</summary>
    public string Key { get; init; } = "";

    /// <summary>Comma list of what it may do: <c>read</c> (what every key may), <c>push</c> (articles), <c>edit</c> (stories), <c>manage</c> (sources, dead letters), <c>admin</c> (everything).</summary>
    public string Scopes { get; init; } = "push";

    /// <summary>True refuses it everywhere, and says so.</summary>
    public bool Disabled { get; init; }

    /// <summary>True gives whole texts by <c>/v2</c> with <c>content=full</c>.</summary>
    public bool FullText { get; init; }

    /// <summary>Results that it may page through by <c>/v2</c>, 100 to 1,000,000.</summary>
    public int MaximumResults { get; init; } = NewsPlatform.Hosting.Http.Caller.UsualMaximumResults;

    /// <summary>Days back that it may search by <c>/v2</c>, at least 1; unset = everything.</summary>
    public int? HistoryDays { get; init; }

    /// <summary>Requests to <c>/v2</c> a UTC day and replica of the gateway, at least 1; unset = as many as the rate limit allows.</summary>
    public int? DailyRequests { get; init; }

    internal IEnumerable<string> Problems(string name)
    {
        if (string.IsNullOrWhiteSpace(Key))
        {
            yield return $"Gateway:Keys:{name}:Key is empty: give it {GoodLength} or more random characters (environment variable Gateway__Keys__{name}__Key, or a file named by Gateway__Keys__{name}__Key_FILE).";
        }

        if (KeyScopes.Parse(Scopes) is null)
        {
            yield return $"Gateway:Keys:{name}:Scopes is '{Scopes}': give a comma list of {KeyScopes.Words}.";
        }

        if (MaximumResults is < 100 or > 1_000_000)
        {
            yield return $"Gateway:Keys:{name}:MaximumResults is {MaximumResults}: give a number from 100 to 1000000.";
        }

        if (HistoryDays is < 1 || DailyRequests is < 1)
        {
            yield return $"Gateway:Keys:{name}: give HistoryDays and DailyRequests numbers of at least 1, or leave them out.";
        }
    }
}
