using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NewsPlatform.Hosting.Http;

/// <summary>Routes that only read.</summary>
public static class ReadRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps GET and HEAD: who may read a resource may also ask only for its headers, and whether it is still as it was (304, which its description tells).</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, Methods, handler)
            .AddEndpointFilter(async (context, next) => Tagged(await next(context)))
            .Produces(StatusCodes.Status304NotModified);

    // A value that would be sent as JSON gets its validators; what is no 200, or sends itself, stays as it is.
    private static object? Tagged(object? result)
    {
        var inner = result;
        while (inner is INestedHttpResult nested)
        {
            inner = nested.Result;
        }

        if (inner is not (null or string or IResult))
        {
            return TaggedContent.Json(inner, inner.GetType());
        }

        return inner is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } and IValueHttpResult { Value: { } value } && inner is not IContentTypeHttpResult
            ? TaggedContent.Json(value, value.GetType())
            : result;
    }
}
