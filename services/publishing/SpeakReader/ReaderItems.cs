using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.WriteFeed;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>An article as an item of the dialect.</summary>
internal sealed record ReaderItem(
    string Id,
    string CrawlTimeMsec,
    string TimestampUsec,
    long Published,
    long Updated,
    string Title,
    string? Author,
    IReadOnlyList<ReaderLink> Canonical,
    IReadOnlyList<ReaderLink> Alternate,
    ReaderContent Summary,
    IReadOnlyList<string> Categories,
    ReaderOrigin Origin,
    IReadOnlyList<ReaderEnclosure> Enclosure);

internal sealed record ReaderLink(string Href, string Type = "text/html");

/// <summary>HTML of our own making: no script, no style.</summary>
internal sealed record ReaderContent(string Content, string Direction = "ltr");

internal sealed record ReaderOrigin(string StreamId, string Title, string HtmlUrl);

internal sealed record ReaderEnclosure(string Href, string Type, long Length);

/// <summary>A part of a stream, or the items that an app named.</summary>
internal sealed record ReaderContents(
    string Direction,
    string Id,
    string Title,
    long Updated,
    IReadOnlyList<ReaderItem> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Continuation);

/// <summary>Makes items of the articles that a stream lists or an app names.</summary>
internal sealed class ReaderItems(IArticleSearch search, IReaderStore store, IOptions<PublishingOptions> options)
{
    // Asked of one feed to find which articles of a page are its own.
    private const int HitsOfFeed = 1_000;

    /// <summary>The items of those of the articles that readers may see, in their order.</summary>
    public async Task<IReadOnlyList<ReaderItem>> ReadAsync(string reader, ReaderProfile profile, IReadOnlyList<string> articleIds, HttpRequest request, CancellationToken ct)
    {
        var articles = await search.LoadAsync(articleIds, withBody: true, ct);
        var numbers = await store.NumberAsync([.. articles.Select(article => article.ArticleId)], ct);
        var marks = await store.ReadMarksAsync(reader, [.. articles.Select(article => article.ArticleId)], ct);
        var feeds = await FindFeedsAsync(profile, articles, ct);
        var address = SiteAddress.Of(request, options.Value);
        return [.. articles.Select(article => ItemOf(article, numbers[article.ArticleId], marks.GetValueOrDefault(article.ArticleId), feeds.GetValueOrDefault(article.ArticleId), profile, address))];
    }

    private static ReaderItem ItemOf(PublishedArticle article, long number, ReaderMark? mark, ReaderSubscription? feed, ReaderProfile profile, SiteAddress address)
    {
        var entry = FeedEntry.Of(article, address);
        var link = new ReaderLink(entry.OriginalUrl ?? entry.Url);
        var isRead = mark?.Read ?? HitKey.Of(article.Time, article.ArticleId) <= profile.ReadUpTo;
        string?[] categories =
        [
            ReaderStreamIds.ReadingList,
            isRead ? ReaderStreamIds.Read : null,
            mark?.Read == false ? ReaderStreamIds.Unread : null,
            mark?.Starred == true ? ReaderStreamIds.Starred : null,
            feed?.Label is { } label ? ReaderStreamIds.LabelPrefix + label : null,
        ];
        var picture = entry.Image is null ? "" : Html.Of($"<p><img src=\"{entry.Image}\" alt=\"\"></p>").ToString();
        return new ReaderItem(
            ReaderNumber.Long(number),
            article.Content.FirstSeenAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            (article.Time.ToUnixTimeMilliseconds() * 1_000).ToString(CultureInfo.InvariantCulture),
            article.Time.ToUnixTimeSeconds(),
            entry.Updated.ToUnixTimeSeconds(),
            entry.Title,
            entry.Authors.Count == 0 ? entry.Source : $"{string.Join(", ", entry.Authors)} ({entry.Source})",
            [link],
            [link],
            new ReaderContent(picture + entry.ContentHtml),
            [.. categories.OfType<string>()],
            new ReaderOrigin(feed?.Id ?? "feed/", feed?.Title ?? entry.Source, address.Of("/")),
            entry.Recording is { Type: { } type } recording ? [new ReaderEnclosure(recording.Url, type, recording.Bytes ?? 0)] : []);
    }

    // The first of the reader's feeds that has the article; asked of the index within the stretch of time of the articles.
    private async Task<IReadOnlyDictionary<string, ReaderSubscription>> FindFeedsAsync(ReaderProfile profile, IReadOnlyList<PublishedArticle> articles, CancellationToken ct)
    {
        var (feeds, wanted) = (new Dictionary<string, ReaderSubscription>(StringComparer.Ordinal), articles.Select(article => article.ArticleId).ToHashSet(StringComparer.Ordinal));
        foreach (var feed in profile.Subscriptions.TakeWhile(_ => feeds.Count < wanted.Count))
        {
            var query = HitQuery.Of(ReaderFeeds.QueryOf(feed)) with { Oldest = HitKey.First(articles.Min(article => article.Time)), Newest = HitKey.Last(articles.Max(article => article.Time)) };
            foreach (var hit in (await search.ReadHitsAsync(query, HitsOfFeed, [], ct)).Where(hit => wanted.Contains(hit.Place.ArticleId)))
            {
                feeds.TryAdd(hit.Place.ArticleId, feed);
            }
        }

        return feeds;
    }
}
