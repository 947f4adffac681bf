using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>Any query as a feed: the same filters as <c>/api/v1/articles</c>.</summary>
internal static class FeedEndpoints
{
    private const int EntriesUnlessTold = 50;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        Map(app, "rss.xml", "RSS 2.0", RssFeedWriter.ContentType, (feed, _) => RssFeedWriter.Write(feed));
        Map(app, "atom.xml", "Atom 1.0", AtomFeedWriter.ContentType, (feed, _) => AtomFeedWriter.Write(feed));
        Map(app, "feed.json", "JSON Feed 1.1", JsonFeedWriter.ContentType, JsonFeedWriter.Write);
    }

    private static void Map(IEndpointRouteBuilder app, string file, string format, string contentType, Func<FeedDocument, string?, byte[]> write) =>
        app.MapRead(
                $"/feeds/{file}",
                async (HttpRequest request, [FromServices] ArticleLister articles, [FromServices] IOptions<PublishingOptions> options, CancellationToken ct) =>
                {
                    var parameters = new QueryParameters(request.Query);
                    var query = ArticleQueryReader.Read(parameters, wordsFirst: false, EntriesUnlessTold) with { WithBody = true };
                    if (parameters.Problem is { } problem)
                    {
                        return (IResult)Problems.BadRequest(problem);
                    }

                    var address = SiteAddress.Of(request, options.Value);
                    var page = await articles.ListAsync(query, ct);
                    var feed = FeedDocument.Of(query, page.Items, options.Value.SiteName, address);
                    return new TaggedContent(write(feed, page.Next is { } next ? address.SelfWith("cursor", next) : null), contentType);
                })
            .WithTags("Feeds")
            .WithName($"{format.Split(' ')[0]}Feed")
            .WithSummary($"The newest matching articles as {format}, 50 unless told.")
            .Produces<string>(StatusCodes.Status200OK, contentType.Split(';')[0])
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("q", "language", "source", "section", "story", "entity", "from", "to", "sort", "limit", "cursor");
}
