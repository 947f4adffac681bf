using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.ReadStories;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>Any query as a feed: the same filters as <c>/api/v1/articles</c>.</summary>
internal static class FeedEndpoints
{
    private const int EntriesUnlessTold = 50;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        Map(app, "rss.xml", "RSS 2.0", RssFeedWriter.ContentType, RssFeedWriter.Write);
        Map(app, "atom.xml", "Atom 1.0", AtomFeedWriter.ContentType, AtomFeedWriter.Write);
        app.MapRead("/feeds/opml.xml", ListAsync)
            .WithTags("Feeds")
            .WithName("ListFeeds")
            .WithSummary("The platform's feeds as OPML 2.0: everything, each section, each source.")
            .Produces<string>(StatusCodes.Status200OK, OpmlWriter.ContentType.Split(';')[0])
            .Produces(StatusCodes.Status304NotModified);
        Map(app, "feed.json", "JSON Feed 1.1", JsonFeedWriter.ContentType, JsonFeedWriter.Write);
    }

    private static async Task<TaggedContent> ListAsync(HttpRequest request, [FromServices] ReportedSources sources, [FromServices] IOptions<PublishingOptions> options, CancellationToken ct) =>
        new(OpmlWriter.Write(await sources.ReadAsync(ct), options.Value.SiteName, SiteAddress.Of(request, options.Value)), OpmlWriter.ContentType);

    private static void Map(IEndpointRouteBuilder app, string file, string format, string contentType, Func<FeedDocument, byte[]> write) =>
        app.MapRead(
                $"/feeds/{file}",
                async (HttpRequest request, [FromServices] ArticleLister articles, [FromServices] StoryReader stories, [FromServices] CountryFilter countries, [FromServices] IOptions<PublishingOptions> options, CancellationToken ct) =>
                {
                    var parameters = new QueryParameters(request.Query);
                    var query = await countries.ApplyAsync(parameters, ArticleQueryReader.Read(parameters, wordsFirst: false, EntriesUnlessTold) with { WithBody = true }, ct);
                    if (parameters.Problem is { } problem)
                    {
                        return (IResult)Problems.BadRequest(problem);
                    }

                    var address = SiteAddress.Of(request, options.Value);
                    var page = await articles.ListAsync(query, ct);
                    var story = query.StoryId is { } id ? (await stories.TryFindAsync(id, ct))?.View?.Story.Title : null;
                    return new TaggedContent(write(FeedDocument.Of(query, page, story, options.Value.SiteName, address)), contentType);
                })
            .WithTags("Feeds")
            .WithName($"{format.Split(' ')[0]}Feed")
            .WithSummary($"The newest matching articles as {format}, 50 unless told.")
            .Produces(StatusCodes.Status200OK, contentType.Contains("json", StringComparison.Ordinal) ? typeof(object) : typeof(string), contentType.Split(';')[0])
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("q", "language", "source", "country", "domain", "section", "category", "story", "entity", "speaker", "duplicates", "from", "to", "sort", "limit", "cursor");
}
