using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Words that somebody said, with who said them and where they stand.</summary>
internal static class QuoteFigure
{
    /// <param name="quote">The words.</param>
    /// <param name="article">Where they stand; null on the article's own page.</param>
    /// <param name="request">Of the page.</param>
    public static Html Of(Quotation quote, PublishedArticle? article, SiteRequest request) => Html.Of($"""
        <figure class="{(quote.Direct ? "quote" : "quote indirect")}"><blockquote{Html.If(article?.Analysis.Language, code => Html.Of($" lang=\"{code}\""))}><p dir="auto">{quote.Text}</p></blockquote>
        <figcaption>{SpeakerOf(quote, request)}{Html.If(!quote.Direct, () => Html.Of($" <span class=\"reported\">({request.Texts.Reported})</span>"))}{Html.If(article is not null, () => Html.Of($" · <a href=\"{request.Link(Links.Article(article!.ArticleId))}\">{article.Content.Source.Name}</a>, {request.Time(article.Time)}"))}</figcaption></figure>

        """);

    private static Html SpeakerOf(Quotation quote, SiteRequest request) => quote.Speaker is { } name
        ? Html.Of($"<a href=\"{request.Link(Links.Entity(name))}\"><bdi>{name}</bdi></a>")
        : Html.Text(request.Texts.SpeakerUnknown);
}
