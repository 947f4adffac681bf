using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>What a feed says about being told of its news: the hubs to ask, and the feed's own address there.</summary>
/// <param name="Hubs">Absolute, http or https; the feed's order, at most <see cref="MaxHubs"/>.</param>
/// <param name="Topic">Word by word: the hub compares it.</param>
/// <param name="IsCut">True when the feed names more hubs.</param>
internal sealed record HubOffer(IReadOnlyList<Uri> Hubs, string Topic, bool IsCut = false)
{
    /// <summary>Hubs of a feed that are asked, one after the other.</summary>
    public const int MaxHubs = 4;

    private const int MaxLength = 2_048;

    /// <summary>Null when it names no hub, or no address of its own. The answer's headers outrank the document (WebSub, 4).</summary>
    public static HubOffer? Find(ParsedFeed feed, Fetched answer)
    {
        var hubs = Addresses(LinkHeader.Find(answer.Links, "hub"), feed.Hubs, answer.FinalUri).Select(hub => new Uri(hub)).Distinct().Take(MaxHubs + 1).ToList();
        var topic = Addresses(LinkHeader.Find(answer.Links, "self"), feed.Self is { } self ? [self] : [], answer.FinalUri).FirstOrDefault();
        return hubs.Count == 0 || topic is null ? null : new HubOffer([.. hubs.Take(MaxHubs)], topic, hubs.Count > MaxHubs);
    }

    private static IEnumerable<string> Addresses(IEnumerable<string> told, IEnumerable<string> written, Uri address) =>
        told.Concat(written).Select(link => FeedLink.Resolve(link, address)).Where(link => FeedLink.IsWeb(link) && link?.Length <= MaxLength).OfType<string>();
}
