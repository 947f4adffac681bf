using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.FuzzBench;

/// <summary>The doors through which foreign bytes come in.</summary>
public enum Reader
{
    Feed,
    Sitemap,
    Listing,
    Page,
    Push,
    Text,
}

/// <summary>Calls them.</summary>
public static class Readers
{
    private static readonly Uri Address = new("https://news.example/a/page.html");
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Refusals in words are answers like any other; everything else that is thrown is a fault.</summary>
    public static void Read(Reader reader, byte[] body, string? contentType)
    {
        try
        {
            switch (reader)
            {
                case Reader.Feed:
                    FeedReader.Read(body, contentType, Address);
                    break;
                case Reader.Sitemap:
                    NewsSitemapReader.Read(body, contentType, Address);
                    break;
                case Reader.Listing:
                    ListingPageReader.Read(body, contentType, Address, Now);
                    break;
                case Reader.Push:
                    JsonArticleReader.Read(body);
                    break;
                case Reader.Text:
                    PlainTextArticleReader.Read(PageOf(body, contentType));
                    break;
                default:
                    ArticleExtractor.Extract(PageOf(body, contentType), Address);
                    break;
            }
        }
        catch (Exception refusal) when (refusal is UnreadableFeedException or UnreadableArticleException)
        {
            // In words.
        }
    }

    private static string PageOf(byte[] body, string? contentType) => Ingestion.FetchSource.PageText.Decode(body, contentType);
}
