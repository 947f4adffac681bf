namespace NewsPlatform.Hosting.NewsApi;

/// <summary>The codes of the contract that are given out. Never one of our own: the official C# client throws at a code that it does not know.</summary>
public static class NewsApiCodes
{
    public const string ApiKeyDisabled = "apiKeyDisabled";
    public const string ApiKeyExhausted = "apiKeyExhausted";
    public const string ApiKeyInvalid = "apiKeyInvalid";
    public const string ApiKeyMissing = "apiKeyMissing";
    public const string MaximumResultsReached = "maximumResultsReached";
    public const string PageCannotBeLessThanOne = "pageCannotBeLessThanOne";
    public const string ParameterInvalid = "parameterInvalid";
    public const string ParametersIncompatible = "parametersIncompatible";
    public const string ParametersMissing = "parametersMissing";

    /// <summary>Spelled as the contract's documents presume; no copy of a live answer is known.</summary>
    public const string QueryMalformed = "queryMalformed";

    /// <summary>Presumed like <see cref="QueryMalformed"/>.</summary>
    public const string QueryTooLong = "queryTooLong";

    public const string RateLimited = "rateLimited";
    public const string RequestTimeout = "requestTimeout";
    public const string SourceDoesNotExist = "sourceDoesNotExist";
    public const string SourcesTooMany = "sourcesTooMany";
    public const string UnexpectedError = "unexpectedError";
}
