using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.DecodeText;
using NewsPlatform.Ingestion.ExtractArticle.Rules;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Reads an article out of a web page: its metadata, its body as blocks, and the other articles it points to.</summary>
public static class ArticleExtractor
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false, SkipComments = true });

    /// <summary>Reads the page at <paramref name="pageUri"/> (null when unknown: relative addresses are then left out) with what is known beside it.</summary>
    /// <exception cref="UnreadableArticleException">The page is too large, too deep, a bot wall, or holds no article text.</exception>
    public static ExtractedArticle Extract(string html, Uri? pageUri, PageReading? reading = null) =>
        PatternPatience.Within(() => ExtractPage(html, pageUri, reading), UnreadableArticleException.OutOfPatience);

    /// <summary>Reads the page out of its bytes; <paramref name="contentType"/> as the server said it, null when it said nothing.</summary>
    /// <exception cref="UnreadableArticleException">As for its text.</exception>
    public static ExtractedArticle Extract(byte[] body, string? contentType, Uri? pageUri, PageReading? reading = null) =>
        PatternPatience.Within(() => ExtractPage(TextDecoder.Html(body, contentType).Text, pageUri, reading), UnreadableArticleException.OutOfPatience);

    private static ExtractedArticle ExtractPage(string html, Uri? pageUri, PageReading? reading)
    {
        Guard(html);
        using var document = Parser.ParseDocument(html);
        var address = new PageAddress(document, pageUri);
        var rule = RuleOf(document, address, pageUri, reading);
        var metadata = MetadataReader.Read(document, address, rule?.Reading ?? reading);
        if (document.Body is not { } root)
            throw new UnreadableArticleException("The page has no body, so there is no article to read.");

        if (rule is not null)
            metadata = RuledArticle.Fields(metadata, rule);
        var generic = BodyReader.Read(root, address, metadata);
        var (found, missed) = rule is null ? (generic, null) : RuledArticle.Body(generic, rule, metadata);
        if (found.Letters < ExtractionLimits.MinBodyLetters)
            throw NothingToRead(document);
        if (metadata.Title is not { } title)
            throw new UnreadableArticleException("The page has text but no headline; give it a title element, an h1 or og:title.");

        return new ExtractedArticle
        {
            Title = title,
            Subtitle = metadata.Subtitle,
            Correction = metadata.Correction,
            Tags = metadata.Tags,
            IsPaywalled = metadata.IsPaywalled,
            Description = metadata.Description,
            Section = metadata.Section,
            Authors = metadata.Authors,
            PublishedAt = metadata.PublishedAt,
            PublishedFrom = metadata.PublishedFrom,
            ModifiedAt = metadata.ModifiedAt,
            Image = metadata.Image ?? found.Blocks.FirstOrDefault(block => block.Type == BlockTypes.Image)?.Url,
            CanonicalUrl = metadata.CanonicalUrl,
            LanguageHint = metadata.Language,
            Body = found.Blocks,
            Related = found.Related,
            SiteName = metadata.SiteName,
            Method = found.Method,
            Confidence = found.Confidence,
            Rule = found.Method == ExtractionMethods.PublisherRule || metadata.Fields.Values.Contains(FieldOrigins.Rule) || metadata.PublishedFrom?.Source == DateSources.Rule ? rule?.Rule.Name : null,
            MissedRule = missed,
            Fields = metadata.Fields,
        };
    }

    private static RuleReading? RuleOf(IHtmlDocument document, PageAddress address, Uri? pageUri, PageReading? reading) =>
        (reading?.Rules ?? PublisherRules.Shipped).Find(pageUri) is { } rule ? new RuleReading(document, address, rule, reading ?? new PageReading()) : null;

    private static void Guard(string html)
    {
        if (string.IsNullOrWhiteSpace(html))
            throw new UnreadableArticleException("The page is empty.");
        if (html.Length > ExtractionLimits.MaxBytes || Encoding.UTF8.GetByteCount(html) > ExtractionLimits.MaxBytes)
            throw new UnreadableArticleException($"The page is larger than {ExtractionLimits.MaxBytes / (1024 * 1024)} MiB.") { Limit = IngestionLimit.PageBytes };
        if (NestingGuard.IsTooDeep(html))
            throw new UnreadableArticleException($"The page nests more than {ExtractionLimits.MaxDepth} elements inside each other.") { Limit = IngestionLimit.HtmlNesting };
    }

    private static UnreadableArticleException NothingToRead(IHtmlDocument document) =>
        BotWall.IsWall(document, new PageTree(document.Body!, keepHidden: false))
            ? new UnreadableArticleException("The page is a bot wall or challenge, not the article; the site does not let this reader in.") { IsBotWall = true }
            : new UnreadableArticleException("The page holds no article text: neither its blocks nor its structured data have enough prose.");
}
