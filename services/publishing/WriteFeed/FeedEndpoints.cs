using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.ServeHub;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>Any query as a feed: the same filters as <c>/api/v1/articles</c>.</summary>
internal static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        foreach (var format in FeedFormat.All)
        {
            Map(app, format);
        }

        app.MapRead("/feeds/opml.xml", ListAsync)
            .WithTags("Feeds")
            .WithName("ListFeeds")
            .WithSummary("The platform's feeds as OPML 2.0: everything, each section, each source.")
            .Produces<string>(StatusCodes.Status200OK, OpmlWriter.ContentType.Split(';')[0]);
    }

    private static async Task<TaggedContent> ListAsync(HttpRequest request, [FromServices] ReportedSources sources, [FromServices] IOptions<PublishingOptions> options, CancellationToken ct) =>
        new(OpmlWriter.Write(await sources.ReadAsync(ct), options.Value.SiteName, SiteAddress.Of(request, options.Value)), OpmlWriter.ContentType);

    private static void Map(IEndpointRouteBuilder app, FeedFormat format) =>
        app.MapRead(
                $"/feeds/{format.File}",
                async (HttpContext context, [FromServices] QueriedFeeds feeds, [FromServices] IOptions<PublishingOptions> options, CancellationToken ct) =>
                {
                    var (query, address) = (context.Request.Query, SiteAddress.Of(context.Request, options.Value));
                    var feed = await feeds.WriteAsync(format, query, address, ct);
                    if (feed.Problem is { } problem)
                    {
                        return (IResult)Problems.BadRequest(problem);
                    }

                    // WebSub, 4: a hub is found in the headers too.
                    if (feeds.HubOf(address, query) is { } hub)
                    {
                        context.Response.Headers.Link = HubLinks.Of(hub, address.Self);
                    }

                    return new TaggedContent(feed.Content, format.ContentType);
                })
            .WithTags("Feeds")
            .WithName($"{format.Name.Split(' ')[0]}Feed")
            .WithSummary($"The newest matching articles as {format.Name}, 50 unless told.")
            .Produces(StatusCodes.Status200OK, format.ContentType.Contains("json", StringComparison.Ordinal) ? typeof(object) : typeof(string), format.ContentType.Split(';')[0])
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("q", "language", "source", "country", "domain", "section", "category", "story", "entity", "speaker", "duplicates", "from", "to", "sort", "limit", "cursor");
}
