using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>What a feed says about being told of its news: the hub to ask, and the feed's own address there.</summary>
/// <param name="Hub">Absolute, http or https.</param>
/// <param name="Topic">Word by word: the hub compares it.</param>
internal sealed record HubOffer(Uri Hub, string Topic)
{
    private const int MaxLength = 2_048;

    /// <summary>Null when it names no hub, or no address of its own. The answer's headers outrank the document (WebSub, 4).</summary>
    public static HubOffer? Find(ParsedFeed feed, Fetched answer)
    {
        var hub = First(LinkHeader.Find(answer.Links, "hub"), feed.Hubs, answer.FinalUri);
        var topic = First(LinkHeader.Find(answer.Links, "self"), feed.Self is { } self ? [self] : [], answer.FinalUri);
        return hub is null || topic is null ? null : new HubOffer(new Uri(hub), topic);
    }

    private static string? First(IEnumerable<string> told, IEnumerable<string> written, Uri address) =>
        told.Concat(written).Select(link => FeedLink.Resolve(link, address)).FirstOrDefault(link => FeedLink.IsWeb(link) && link?.Length <= MaxLength);
}
