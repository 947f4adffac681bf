using System.Globalization;
using NewsPlatform.Hosting.NewsApi;

namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>Why a request of the NewsAPI dialect is refused, in the contract's own words where it has them.</summary>
internal sealed record NewsApiFault(int Status, string Code, string Message)
{
    public static readonly NewsApiFault Invalid = Bad(NewsApiCodes.ParameterInvalid, "The request is invalid.");
    public static readonly NewsApiFault PageSizeBelowOne = Bad(NewsApiCodes.ParameterInvalid, "The pageSize parameter cannot be less than 1.");

    public static readonly NewsApiFault ScopeTooBroad = Bad(
        NewsApiCodes.ParametersMissing,
        "Required parameters are missing, the scope of your search is too broad. Please set any of the following required parameters and try again: q, qInTitle, sources, domains.");

    public static readonly NewsApiFault NothingAsked = Bad(
        NewsApiCodes.ParametersMissing,
        "Required parameters are missing. Please set any of the following parameters and try again: sources, q, language, country, category.");

    public static readonly NewsApiFault MixedSources = Bad(NewsApiCodes.ParametersIncompatible, "You cannot mix the sources parameter with the country or category parameters.");

    public static readonly NewsApiFault MalformedQuery = Bad(
        NewsApiCodes.QueryMalformed,
        "Your query may be malformed - please check that all special chars (including &) in the query are URL escaped, and that it doesn't end with the OR or AND keyword.");

    public static readonly NewsApiFault TooManySources = Bad(
        NewsApiCodes.SourcesTooMany, "You have requested too many sources in a single request. Try splitting the request into 2 smaller requests.");

    public static readonly NewsApiFault UnknownSource = Bad(NewsApiCodes.SourceDoesNotExist, "You have requested a source which does not exist.");

    public static NewsApiFault PageBelowOne(long page) =>
        Bad(NewsApiCodes.PageCannotBeLessThanOne, string.Create(CultureInfo.InvariantCulture, $"The page parameter cannot be less than 1. You have requested {page}."));

    public static NewsApiFault TooLong(int length, int most) => Bad(
        NewsApiCodes.QueryTooLong,
        string.Create(CultureInfo.InvariantCulture, $"Your query is too long ({length} chars). Please reduce your query to {most} chars, or split it into multiple smaller requests."));

    public static NewsApiFault UnknownField(string field) => Bad(
        NewsApiCodes.ParameterInvalid,
        $"The valid options for the searchIn parameter are: title, description, content. You have entered '{field}', which is not a valid field.");

    public static NewsApiFault TooDeep(int most, long from, long to) => new(
        StatusCodes.Status426UpgradeRequired,
        NewsApiCodes.MaximumResultsReached,
        string.Create(CultureInfo.InvariantCulture, $"You have requested too many results. Developer accounts are limited to a max of {most} results. You are trying to request results {from} to {to}. Please upgrade to a paid plan if you need more results."));

    public static NewsApiFault TooOld(DateTimeOffset oldest, DateTimeOffset asked) => new(
        StatusCodes.Status426UpgradeRequired,
        NewsApiCodes.ParameterInvalid,
        string.Create(CultureInfo.InvariantCulture, $"You are trying to request results too far in the past. Your plan permits you to request articles as far back as {oldest:yyyy-MM-dd}, but you have requested {asked:yyyy-MM-dd}. You may need to upgrade to a paid plan."));

    public IResult ToResult() => NewsApiDialect.Error(Status, Code, Message);

    private static NewsApiFault Bad(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);
}
