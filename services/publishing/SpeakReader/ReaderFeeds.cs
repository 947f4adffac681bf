using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.WriteFeed;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>Turns what people paste into a reading app into feeds of the platform.</summary>
internal static class ReaderFeeds
{
    private const string Prefix = "feed/";
    private const int MaximumLength = 1_000;

    private static readonly string[] Filters = ["category", "section", "source", "story", "entity", "speaker", "language", "domain", "duplicates", "q"];

    /// <summary>What a reader follows who never said what: the seven sections.</summary>
    public static IReadOnlyList<ReaderSubscription> Usual { get; } =
        [.. Categories.All.Select(category => Of([new("category", category)], char.ToUpperInvariant(category[0]) + category[1..], label: null))];

    /// <summary>
    /// The feed of an address of the platform (a feed, a search or a section's, story's, source's or name's page), or of words to search for; null and a
    /// sentence when it cannot be one.
    /// </summary>
    /// <param name="text">What was pasted, with or without <c>feed/</c> before it.</param>
    /// <param name="site">Where the platform is. A platform may have several names, so only its front page must be of this one.</param>
    /// <param name="problem">Empty with a feed.</param>
    public static ReaderSubscription? TryRead(string text, SiteAddress site, out string problem)
    {
        var wanted = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        problem = wanted.Trim().Length is 0 or > MaximumLength ? $"The feed has {wanted.Length} characters: give an address of this platform or words to search for." : "";
        if (problem.Length > 0)
        {
            return null;
        }

        if (FiltersOf(wanted.Trim(), site) is not { } filters)
        {
            problem = $"It is no address of {site.Root}: give that of a feed there, of a search or of a section's, story's, source's or name's page.";
            return null;
        }

        var feed = Of(filters, TitleOf(filters), label: null);
        _ = QueryOf(feed, out var wrong);
        problem = wrong ?? "";
        return wrong is null ? feed : null;
    }

    /// <summary>The articles of a feed.</summary>
    public static ArticleQuery QueryOf(ReaderSubscription feed) => QueryOf(feed, out _);

    private static ArticleQuery QueryOf(ReaderSubscription feed, out string? problem)
    {
        var parameters = new QueryParameters(new QueryCollection(QueryHelpers.ParseQuery(feed.Filters)));
        var query = ArticleQueryReader.Read(parameters, wordsFirst: false);
        problem = parameters.Problem;
        return query;
    }

    // Null for an address that is none of the platform.
    private static List<KeyValuePair<string, string>>? FiltersOf(string text, SiteAddress site)
    {
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        if (!isAddress)
        {
            return [new("q", text)];
        }

        var asked = QueryHelpers.ParseQuery(address!.Query);
        var given = Filters.Where(asked.ContainsKey).Select(name => KeyValuePair.Create(name, asked[name].ToString().Trim())).Where(filter => filter.Value.Length > 0).ToList();
        if (address.Segments is [.., var kind, var value] && kind.TrimEnd('/') is "section" or "story" or "source" or "entity")
        {
            return [new(((string)kind).TrimEnd('/'), Uri.UnescapeDataString(((string)value).TrimEnd('/'))), .. given];
        }

        var path = address.AbsolutePath;
        return FeedFormat.All.Any(format => path.EndsWith($"/feeds/{format.File}", StringComparison.Ordinal)) || path.EndsWith("/search", StringComparison.Ordinal) || (path == "/" && address.GetLeftPart(UriPartial.Authority) == site.Root)
            ? given
            : null;
    }

    private static string TitleOf(List<KeyValuePair<string, string>> filters) =>
        filters.Count == 0 ? "All news" : string.Join(", ", filters.Select(filter => filter.Value));

    // Filters in one order, so that one feed has one id.
    private static ReaderSubscription Of(IReadOnlyList<KeyValuePair<string, string>> filters, string title, string? label)
    {
        var query = new QueryBuilder(filters.DistinctBy(filter => filter.Key).OrderBy(filter => Array.IndexOf(Filters, filter.Key))).ToString();
        return new ReaderSubscription(Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, 8)), query, title, label);
    }
}
