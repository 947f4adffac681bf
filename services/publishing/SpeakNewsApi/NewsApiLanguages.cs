namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>Where the contract writes a language's code in its own way.</summary>
internal static class NewsApiLanguages
{
    /// <summary>ISO 639-1: <c>ud</c> is Urdu, and <c>se</c> of older documents Swedish; all others, <c>uk</c> among them, are as they stand.</summary>
    public static string? ToIso(string? code) => code?.ToLowerInvariant() switch
    {
        "ud" => "ur",
        "se" => "sv",
        var other => other,
    };

    /// <summary>The contract's code.</summary>
    public static string FromIso(string code) => code == "ur" ? "ud" : code;
}
