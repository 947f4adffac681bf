namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>A form that feeds are written in.</summary>
/// <param name="File">Name under <c>/feeds/</c>.</param>
/// <param name="Name">As people call it.</param>
/// <param name="ContentType">With its character set.</param>
/// <param name="Write">The document's bytes.</param>
internal sealed record FeedFormat(string File, string Name, string ContentType, Func<FeedDocument, byte[]> Write)
{
    public static IReadOnlyList<FeedFormat> All { get; } =
    [
        new("rss.xml", "RSS 2.0", RssFeedWriter.ContentType, RssFeedWriter.Write),
        new("atom.xml", "Atom 1.0", AtomFeedWriter.ContentType, AtomFeedWriter.Write),
        new("feed.json", "JSON Feed 1.1", JsonFeedWriter.ContentType, JsonFeedWriter.Write),
    ];
}
