using Microsoft.AspNetCore.Http;

namespace NewsPlatform.Hosting.NewsApi;

/// <summary>Puts the platform's own errors (no such path, no service, a fault) into the contract's envelope where it is spoken.</summary>
internal sealed class NewsApiProblems : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => NewsApiDialect.Speaks(context.HttpContext);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
        var message = context.ProblemDetails.Detail ?? context.ProblemDetails.Title ?? "The request could not be answered.";
        await NewsApiDialect.Error(status, CodeOf(status), message).ExecuteAsync(context.HttpContext);
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => NewsApiCodes.ParameterInvalid,
        StatusCodes.Status408RequestTimeout or StatusCodes.Status504GatewayTimeout => NewsApiCodes.RequestTimeout,
        StatusCodes.Status429TooManyRequests => NewsApiCodes.RateLimited,
        _ => NewsApiCodes.UnexpectedError,
    };
}
