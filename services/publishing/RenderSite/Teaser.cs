using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>An article in short, for lists.</summary>
internal static class Teaser
{
    private const int LongestTeaser = 260;

    /// <summary>The publisher's teaser, else the first sentences that enrichment chose; null when there is neither.</summary>
    public static string? TextOf(PublishedArticle article)
    {
        var text = article.Content.Description ?? string.Join(' ', article.Analysis.Summary);
        if (text.Length <= LongestTeaser)
        {
            return text.Length == 0 ? null : text;
        }

        // At a blank, so that neither a word nor a surrogate pair is cut.
        var end = text.LastIndexOf(' ', LongestTeaser);
        return end <= 0 ? null : text[..end] + " …";
    }

    /// <summary>A row of a list: headline, teaser, source and time.</summary>
    public static Html Row(PublishedArticle article, SiteRequest request) => Html.Of($"""
        <li class="row"><article lang="{article.Analysis.Language}">
        {Picture(article.Content.Image, "thumb")}
        {Kicker(article.Content.Section ?? article.Analysis.Section, request)}
        <h3 dir="auto"><a href="{request.Link(Links.Article(article.ArticleId))}">{article.Content.Title}</a></h3>
        {Html.If(TextOf(article), text => Html.Of($"<p class=\"teaser\" dir=\"auto\">{text}</p>"))}
        <p class="meta"><span class="source">{article.Content.Source.Name}</span> {request.Time(article.Time)}{Repeat(article, request)}</p>
        </article></li>

        """);

    /// <summary>Says of a text that repeats an earlier one how, and leads there.</summary>
    public static Html Repeat(PublishedArticle article, SiteRequest request) => Html.If(
        article.DuplicateOf,
        id => Html.Of($" <a class=\"repeat\" lang=\"{request.Texts.Code}\" href=\"{request.Link(Links.Article(id))}\">{request.Texts.Repeats(article.DuplicateKind, article.DuplicateShare)}</a>"));

    /// <summary>A picture beside a headline that says the same: empty for readers who do not see.</summary>
    public static Html Picture(string? url, string style) => Html.If(
        Links.Outside(url),
        address => Html.Of($"<div class=\"{style}\"><img src=\"{address}\" alt=\"\" loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\"></div>"));

    /// <summary>The section over a headline.</summary>
    public static Html Kicker(string? section, SiteRequest request) => Html.If(
        section,
        name => Html.Of($"<p class=\"kicker\"><a href=\"{request.Link(Links.Section(name))}\">{request.Texts.CategoryName(name)}</a></p>"));

    /// <summary>The link to the next page of a list.</summary>
    public static Html Next(string? cursor, SiteRequest request) => Html.If(
        cursor,
        next => Html.Of($"<p class=\"next\"><a rel=\"next\" href=\"{request.Address.PathWith("cursor", next)}\">{request.Texts.Older}</a></p>"));
}
