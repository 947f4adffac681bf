using Microsoft.Extensions.Options;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.ReadStories;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>Writes any query as a feed, for readers that ask and for those who are sent it.</summary>
internal sealed class QueriedFeeds(ArticleLister articles, StoryReader stories, CountryFilter countries, IOptions<PublishingOptions> options, IOptions<DeliveryOptions> delivery)
{
    private const int EntriesUnlessTold = 50;

    /// <summary>The hub that tells of a feed's news; null when there is none, or it is an older page of one.</summary>
    public string? HubOf(SiteAddress address, IQueryCollection query) =>
        delivery.Value.MaxSubscriptions > 0 && !query.ContainsKey("cursor") ? address.Of("/hub") : null;

    public async Task<WrittenFeed> WriteAsync(FeedFormat format, IQueryCollection asked, SiteAddress address, CancellationToken ct)
    {
        var parameters = new QueryParameters(asked);
        var query = await countries.ApplyAsync(parameters, ArticleQueryReader.Read(parameters, wordsFirst: false, EntriesUnlessTold) with { WithBody = true }, ct);
        if (parameters.Problem is { } problem)
        {
            return new WrittenFeed([], problem);
        }

        var page = await articles.ListAsync(query, ct);
        var story = query.StoryId is { } id ? (await stories.TryFindAsync(id, ct))?.View?.Story.Title : null;
        return new WrittenFeed(format.Write(FeedDocument.Of(query, page, story, options.Value.SiteName, address) with { HubUrl = HubOf(address, asked) }), null);
    }
}

/// <summary>A feed's bytes, or why its address means none.</summary>
/// <param name="Content">Empty with a problem.</param>
/// <param name="Problem">One sentence; null when it was written.</param>
internal sealed record WrittenFeed(byte[] Content, string? Problem);
