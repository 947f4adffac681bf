using System.Globalization;
using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.DecodeText;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.Http;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>What a pusher says beside the body.</summary>
/// <param name="Url">The article's address; null when it has none.</param>
/// <param name="Source">Name of the publisher; null = the body's own or the host of the address.</param>
internal sealed record PushNote(Uri? Url, string? Source);

/// <summary>Makes a reading of a push.</summary>
internal static class PushReading
{
    public const int MaxSourceLength = 100;

    private const string NamelessSource = "push";

    /// <exception cref="UnreadableArticleException">The body holds no article.</exception>
    public static ArticleReading Of(byte[] body, string? contentType, string mediaType, PushNote note, PageReading? page = null) =>
        PatternPatience.Within(() => Read(body, contentType, mediaType, note, page), UnreadableArticleException.OutOfPatience);

    private static ArticleReading Read(byte[] body, string? contentType, string mediaType, PushNote note, PageReading? page) => mediaType switch
    {
        "text/plain" => Reading(PlainTextArticleReader.Read(TextDecoder.Plain(body, contentType).Text), note),
        _ when mediaType == "application/json" || NinjsItem.IsMediaType(mediaType) => OfJson(body, note, page),
        _ => Reading(ArticleExtractor.Extract(body, contentType, note.Url, page), note),
    };

    /// <summary>Null with a sentence when the text is no http(s) address.</summary>
    public static Uri? AddressOf(string text, out string problem)
    {
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var url) && UrlKey.Of(url) is not null;
        var shown = text.Length <= 80 ? text : text[..80] + "…";
        problem = isAddress ? string.Empty : $"url is '{shown}': give an absolute http or https address of at most 2,048 characters, or leave it out.";
        return isAddress ? url : null;
    }

    private static ArticleReading OfJson(byte[] body, PushNote note, PageReading? page)
    {
        if (TryParse(body) is not { } parsed)
            return OfPush(body, note, page);

        using (parsed)
        {
            if (!NinjsItem.Is(parsed.RootElement))
                return OfPush(body, note, page);

            var reading = OfPush(NinjsItem.ToPush(parsed.RootElement), note, page);
            return reading with { Article = reading.Article with { ModifiedAt = NinjsItem.VersionTime(parsed.RootElement) ?? reading.Article.ModifiedAt } };
        }
    }

    // Null for what the reader of pushes refuses with a sentence of its own.
    private static JsonDocument? TryParse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ArticleReading OfPush(byte[] body, PushNote note, PageReading? page)
    {
        var pushed = JsonArticleReader.Read(body, page);
        using var document = JsonDocument.Parse(body);
        var url = note.Url ?? (pushed.Url is null ? null : new Uri(pushed.Url));
        var reading = Reading(pushed.Article, new PushNote(url, note.Source ?? Short(pushed.SourceName) ?? Short(pushed.SourceId)));
        var source = pushed.SourceId is { } id && note.Source is null ? reading.Source with { Id = Slug.Of(id) } : reading.Source;

        return reading with
        {
            Source = source,
            PublisherId = TextOf(document.RootElement, "id"),
            IdScope = url is null ? source.Id : UrlKey.HostOf(url),
            EmbargoedUntil = InstantOf(document.RootElement, "embargoedUntil"),
            Extras = PushedExtras.Read(document.RootElement),
        };
    }

    private static ArticleReading Reading(ExtractedArticle article, PushNote note)
    {
        var address = note.Url ?? (Uri.TryCreate(article.CanonicalUrl, UriKind.Absolute, out var canonical) ? canonical : null);
        var name = note.Source ?? Short(article.SiteName) ?? (address is null ? NamelessSource : HostNameOf(address));

        return new ArticleReading
        {
            Origin = ReadingOrigin.Push,
            Source = new ArticleSource(Slug.Of(name), name),
            Article = article,
            FetchedUrl = note.Url,
        };
    }

    private static string? TextOf(JsonElement article, string member)
    {
        if (!article.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;

        return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : throw new UnreadableArticleException($"The member \"{member}\" must be a text that is not empty.");
    }

    private static DateTimeOffset? InstantOf(JsonElement article, string member)
    {
        if (TextOf(article, member) is not { } text)
            return null;

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new UnreadableArticleException($"The member \"{member}\" must be a date and time, such as 2025-03-14T09:30:00+02:00.");
    }

    private static string? Short(string? name) => name is null || name.Length <= MaxSourceLength ? name : name[..MaxSourceLength];

    private static string HostNameOf(Uri address)
    {
        var host = UrlKey.HostOf(address);
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
