using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.WriteJsonLd;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>A person, organisation or place: what it is called, what it said, with whom it is named, and the articles.</summary>
internal static class EntityPage
{
    private const int QuotesShown = 6;
    private const int AliasesShown = 8;

    /// <param name="asked">Name, alias or id.</param>
    /// <param name="articles">Those that name it; not empty.</param>
    /// <param name="speaking">Those that quote it.</param>
    /// <param name="together">Those named beside it.</param>
    /// <param name="request">Of the page.</param>
    public static SitePage Of(string asked, Page<PublishedArticle> articles, IReadOnlyList<PublishedArticle> speaking, IReadOnlyList<EntityCount> together, SiteRequest request)
    {
        var known = articles.Items.SelectMany(article => article.Analysis.Entities).Where(entity => Is(entity, asked)).ToList();
        var name = known.FirstOrDefault()?.Name ?? asked;
        return new SitePage
        {
            Title = name,
            FeedFilters = $"entity={Uri.EscapeDataString(name)}",
            Live = new LiveNews($"types=published&entity={Uri.EscapeDataString(name)}"),
            Main = Html.Of($"""
                <header class="profile">
                {Html.If(KindOf(known, request), kind => Html.Of($"<p class=\"kicker\">{kind}</p>"))}
                <h1 class="page-title"><bdi>{name}</bdi></h1>
                {Html.If(known.Select(entity => entity.Role).FirstOrDefault(role => role is not null), role => Html.Of($"<p class=\"standfirst\" dir=\"auto\">{role}</p>"))}
                {About(known, name, request)}
                </header>
                <div class="reading">
                <section aria-label="{request.Texts.Latest}">
                {ArticleListPage.Rows(articles, request.Texts.NothingYet, request)}
                </section>
                <aside class="notes" aria-label="{request.Texts.InShort}">
                {Quotes(asked, name, known, speaking, request)}
                {Together(together.Where(other => !Is(known, asked, other.Name)), request)}
                </aside>
                </div>
                """),
        };
    }

    private static string? KindOf(List<Entity> known, SiteRequest request) => known.FirstOrDefault()?.Type switch
    {
        "PER" => request.Texts.Person,
        "ORG" => request.Texts.Organisation,
        "LOC" => request.Texts.Place,
        _ => null,
    };

    private static Html About(List<Entity> known, string name, SiteRequest request)
    {
        var aliases = known.SelectMany(entity => entity.Aliases).Distinct().Where(alias => alias != name).Take(AliasesShown).ToList();
        var address = known.Select(entity => WikidataAddress.Of(entity.Id)).FirstOrDefault(address => address is not null);
        return Html.Join(
        [
            Html.If(aliases.Count > 0, () => Html.Of($"<p class=\"meta\">{request.Texts.AlsoCalled} <bdi>{string.Join(", ", aliases)}</bdi></p>\n")),
            Html.If(address, url => Html.Of($"<p class=\"meta\"><a href=\"{url}\" rel=\"noopener\">Wikidata</a></p>\n")),
        ]);
    }

    private static Html Quotes(string asked, string name, List<Entity> known, IReadOnlyList<PublishedArticle> speaking, SiteRequest request)
    {
        var said = speaking
            .SelectMany(article => article.Analysis.Quotes.Select(quote => (Article: article, Quote: quote)))
            .Where(one => one.Quote.Speaker is { } speaker && (Same(speaker, name) || Is(known, asked, speaker) || (one.Quote.SpeakerId is { } id && known.Exists(entity => entity.Id == id))))
            .DistinctBy(one => one.Quote.Text)
            .Take(QuotesShown)
            .ToList();
        return Html.If(said.Count > 0, () => Html.Of($"<section><h2 class=\"rubric\">{request.Texts.InTheirWords}</h2>{said.Select(one => QuoteFigure.Of(one.Quote, one.Article, request))}</section>\n"));
    }

    private static Html Together(IEnumerable<EntityCount> others, SiteRequest request)
    {
        var shown = others.ToList();
        return Html.If(shown.Count > 0, () => Html.Of($"""
            <section><h2 class="rubric">{request.Texts.NamedTogether}</h2><ul class="chips">
            {shown.Select(other => Html.Of($"<li><a href=\"{request.Link(Links.Entity(other.Name))}\">{other.Name}</a> <span class=\"role\">{other.Articles}</span></li>\n"))}
            </ul></section>
            """));
    }

    private static bool Is(List<Entity> known, string asked, string name) => Same(asked, name) || known.Exists(entity => Is(entity, name));

    private static bool Is(Entity entity, string asked) => Same(entity.Name, asked) || Same(entity.Id, asked) || entity.Aliases.Any(alias => Same(alias, asked));

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
