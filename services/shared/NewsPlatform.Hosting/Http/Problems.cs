using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsPlatform.Hosting.Http;

/// <summary>Errors as problem details (RFC 9457); each detail is one sentence: what, where, what to do.</summary>
public static class Problems
{
    public static ProblemHttpResult BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, detail);

    public static ProblemHttpResult Unauthorized(string detail) => Of(StatusCodes.Status401Unauthorized, detail);

    public static ProblemHttpResult Forbidden(string detail) => Of(StatusCodes.Status403Forbidden, detail);

    public static ProblemHttpResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);

    public static ProblemHttpResult MethodNotAllowed(string detail) => Of(StatusCodes.Status405MethodNotAllowed, detail);

    public static ProblemHttpResult RequestTimeout(string detail) => Of(StatusCodes.Status408RequestTimeout, detail);

    public static ProblemHttpResult Conflict(string detail) => Of(StatusCodes.Status409Conflict, detail);

    /// <summary>410; <paramref name="more"/> are members beside the standard ones, such as a tombstone.</summary>
    public static ProblemHttpResult Gone(string detail, IEnumerable<KeyValuePair<string, object?>>? more = null) => Of(StatusCodes.Status410Gone, detail, more);

    public static ProblemHttpResult TooLarge(string detail) => Of(StatusCodes.Status413PayloadTooLarge, detail);

    public static ProblemHttpResult UnsupportedMediaType(string detail) => Of(StatusCodes.Status415UnsupportedMediaType, detail);

    /// <summary>422: the request is right, and what it names is not what it must be.</summary>
    public static ProblemHttpResult Unprocessable(string detail) => Of(StatusCodes.Status422UnprocessableEntity, detail);

    public static ProblemHttpResult Unavailable(string detail) => Of(StatusCodes.Status503ServiceUnavailable, detail);

    /// <summary>429 with <c>Retry-After</c> in whole seconds.</summary>
    public static IResult TooManyRequests(string detail, TimeSpan retryAfter) => new ProblemForNow(Of(StatusCodes.Status429TooManyRequests, detail), retryAfter);

    /// <summary>503 with <c>Retry-After</c> in whole seconds.</summary>
    public static IResult Unavailable(string detail, TimeSpan retryAfter) => new ProblemForNow(Unavailable(detail), retryAfter);

    private static ProblemHttpResult Of(int status, string detail, IEnumerable<KeyValuePair<string, object?>>? more = null) =>
        TypedResults.Problem(detail, statusCode: status, extensions: more);
}

/// <summary>A problem that passes: it says when to try again.</summary>
internal sealed class ProblemForNow(ProblemHttpResult problem, TimeSpan retryAfter) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return problem.ExecuteAsync(httpContext);
    }
}
