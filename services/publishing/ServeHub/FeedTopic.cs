using Microsoft.AspNetCore.WebUtilities;
using NewsPlatform.Publishing.FollowChanges;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.WriteFeed;

namespace NewsPlatform.Publishing.ServeHub;

/// <summary>A feed of this platform by its address.</summary>
/// <param name="Address">Where readers find it.</param>
/// <param name="Format">What it is written in.</param>
/// <param name="Query">What it is of.</param>
internal sealed record FeedTopic(SiteAddress Address, FeedFormat Format, IQueryCollection Query)
{
    private const string Folder = "/feeds/";

    public string Hub => Address.Of("/hub");

    /// <summary>Null when the address is no feed's, or an older page of one.</summary>
    public static FeedTopic? TryRead(string topic)
    {
        var begin = topic.LastIndexOf(Folder, StringComparison.Ordinal);
        if (begin <= 0 || !Uri.TryCreate(topic, UriKind.Absolute, out var url) || url.Fragment.Length > 0)
        {
            return null;
        }

        var parts = topic[begin..].Split('?', 2);
        var query = new QueryCollection(QueryHelpers.ParseQuery(parts.Length == 2 ? parts[1] : ""));
        return FeedFormat.All.FirstOrDefault(format => parts[0] == Folder + format.File) is { } format && !query.ContainsKey("cursor")
            ? new FeedTopic(new SiteAddress(topic[..begin], topic[begin..]), format, query)
            : null;
    }

    /// <summary>Lets every change through that may be in the feed, and more; which of them are, the feed itself shows.</summary>
    public ChangeFilter MayChangeIt()
    {
        var (languages, unwanted) = ValueFilter.Read(Query["language"].ToString(), isList: true);
        return new ChangeFilter
        {
            Languages = ChangeFilter.Set(unwanted.Count == 0 ? languages : []),
            Stories = ChangeFilter.Set(Query["story"].ToString().Trim() is { Length: > 0 } story ? [story] : []),
        };
    }
}
