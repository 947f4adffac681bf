using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>What enrichment understood of an article: summary, quotes, who cites whom, names, keywords.</summary>
internal static class ArticleNotes
{
    private const int NamesShown = 12;
    private const int QuotesShown = 8;

    public static Html Of(PublishedArticle article, SiteRequest request) => Html.Join(
    [
        Summary(article.Analysis.Summary, request),
        Quotes(article.Analysis.Quotes, request),
        Attribution(article.Analysis.Attribution, request),
        Names(article, "PER", request.Texts.People, request),
        Names(article, "ORG", request.Texts.Organisations, request),
        Names(article, "LOC", request.Texts.Places, request),
        Keywords(article.Analysis.Keywords, request),
    ]);

    private static Html Summary(IReadOnlyList<string> sentences, SiteRequest request) => Section(
        sentences.Count > 0,
        request.Texts.InShort,
        () => Html.Of($"<ul class=\"summary\" dir=\"auto\">{sentences.Select(sentence => Html.Of($"<li>{sentence}</li>"))}</ul>"));

    private static Html Quotes(IReadOnlyList<Quotation> quotes, SiteRequest request) => Section(
        quotes.Count > 0,
        request.Texts.InTheirWords,
        () => Html.Join(quotes.Take(QuotesShown).Select(quote => QuoteFigure.Of(quote, request))));

    private static Html Attribution(IReadOnlyList<AttributionEdge> edges, SiteRequest request) => Section(
        edges.Count > 0,
        request.Texts.WhoCitesWhom,
        () => Html.Of($"<ul class=\"chain\">{edges.Select(edge => Html.Of($"<li><span>{edge.From}</span> <span class=\"arrow\" aria-hidden=\"true\">→</span> <span>{edge.To}</span><blockquote dir=\"auto\">{edge.Evidence}</blockquote></li>"))}</ul>"));

    private static Html Names(PublishedArticle article, string type, string title, SiteRequest request)
    {
        var named = article.Analysis.Entities.Where(entity => entity.Type == type).OrderByDescending(entity => entity.Mentions.Count).Take(NamesShown).ToList();
        return Section(
            named.Count > 0,
            title,
            () => Html.Of($"<ul class=\"chips\">{named.Select(entity => Html.Of($"<li><a href=\"{request.Link(Links.Entity(entity.Name))}\">{entity.Name}</a>{Html.If(entity.Role, role => Html.Of($" <span class=\"role\">{role}</span>"))}</li>"))}</ul>"));
    }

    private static Html Keywords(IReadOnlyList<string> keywords, SiteRequest request) => Section(
        keywords.Count > 0,
        request.Texts.Keywords,
        () => Html.Of($"<ul class=\"chips\">{keywords.Select(word => Html.Of($"<li><a href=\"{request.Link("/search", ("q", $"\"{word}\""))}\">{word}</a></li>"))}</ul>"));

    private static Html Section(bool shown, string title, Func<Html> content) =>
        Html.If(shown, () => Html.Of($"<section><h2 class=\"rubric\">{title}</h2>{content()}</section>\n"));
}
