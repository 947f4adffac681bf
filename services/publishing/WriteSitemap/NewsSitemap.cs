using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.WriteFeed;

namespace NewsPlatform.Publishing.WriteSitemap;

/// <summary>Google's news sitemap: the articles of the last two days, at most 1,000 in a file.</summary>
internal static class NewsSitemap
{
    public const string ContentType = "application/xml; charset=utf-8";

    /// <summary>Articles of a file, by the format's rule.</summary>
    public const int MostArticles = 1_000;

    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>How far back it goes, by the format's rule.</summary>
    public static TimeSpan Reach { get; } = TimeSpan.FromDays(2);

    /// <param name="articles">The newest first. Those in an unknown language are left out: the format asks for one.</param>
    /// <param name="siteName">The publication, as the site is called.</param>
    /// <param name="site">Its address.</param>
    public static byte[] Write(IReadOnlyList<PublishedArticle> articles, string siteName, SiteAddress site) => XmlText.Document(writer =>
    {
        writer.WriteStartElement("urlset", Sitemap);
        writer.WriteAttributeString("xmlns", "news", null, News);
        foreach (var article in articles.Where(article => article.Analysis.Language != "und"))
        {
            writer.WriteStartElement("url", Sitemap);
            writer.Element("loc", site.Of(Links.Article(article.ArticleId)), Sitemap);
            writer.WriteStartElement("news", News);
            writer.WriteStartElement("publication", News);
            writer.Element("name", siteName, News);
            writer.Element("language", article.Analysis.Language, News);
            writer.WriteEndElement();
            writer.Element("publication_date", Instants.Utc(article.Time), News);
            writer.Element("title", article.Content.Title, News);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });

    /// <summary>The list of sitemaps.</summary>
    public static byte[] WriteIndex(IEnumerable<(string Url, DateTimeOffset Newest)> sitemaps) => XmlText.Document(writer =>
    {
        writer.WriteStartElement("sitemapindex", Sitemap);
        foreach (var (url, newest) in sitemaps)
        {
            writer.WriteStartElement("sitemap", Sitemap);
            writer.Element("loc", url, Sitemap);
            writer.Element("lastmod", Instants.Utc(newest), Sitemap);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });
}
