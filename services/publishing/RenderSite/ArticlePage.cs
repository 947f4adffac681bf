using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.ReadStories;
using NewsPlatform.Publishing.WriteJsonLd;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>One article, with what was understood of it beside the text.</summary>
internal static class ArticlePage
{
    private const int OthersShown = 6;

    public static SitePage Of(PublishedArticle article, IReadOnlyList<ArticleSighting> seenIn, StoryView? story, SiteRequest request) => new()
    {
        Title = article.Content.Title,
        Description = Teaser.TextOf(article),
        Image = Links.Outside(article.Content.Image),
        OpenGraphType = "article",
        Data = NewsArticleData.Of(article, request.Address.Of(Links.Article(article.ArticleId)), request.SiteName),
        Section = article.Analysis.Section,
        Live = new LiveNews($"types=revised,withdrawn,expired&source={Uri.EscapeDataString(article.Content.Source.Id)}", article.ArticleId),
        Main = Html.Of($"""
            <div class="reading">
            <article class="story" lang="{article.Analysis.Language}">
            {Top(article, request)}
            {CorrectionNote.Of(article)}
            {Lead(article.Content)}
            <div class="body" dir="auto">
            {Body(article, request)}
            </div>
            {Original(article, request)}
            </article>
            <aside class="notes" aria-label="{request.Texts.InShort}">
            {ArticleNotes.Of(article, request)}
            {SeenIn(seenIn, request)}
            {Revisions(article, request)}
            {OthersOn(story, article, request)}
            {Related(article.Content.Related, request)}
            </aside>
            </div>
            """),
    };

    private static Html Top(PublishedArticle article, SiteRequest request)
    {
        var content = article.Content;
        var modified = content.ModifiedAt is { } time && time > article.Time ? time : (DateTimeOffset?)null;
        return Html.Of($"""
            <header>
            {Teaser.Kicker(content.Section ?? article.Analysis.Section, request)}
            <h1 dir="auto">{content.Title}</h1>
            {Html.If(content.Subtitle == content.Description ? null : content.Subtitle, text => Html.Of($"<p class=\"subtitle\" dir=\"auto\">{text}</p>"))}
            {Html.If(content.Description, text => Html.Of($"<p class=\"standfirst\" dir=\"auto\">{text}</p>"))}
            <p class="byline" lang="{request.Texts.Code}"><a class="source" href="{request.Link(Links.Source(content.Source.Id))}">{content.Source.Name}</a>
            {Html.If(string.Join(", ", content.Authors), names => Html.Of($"<span class=\"authors\">{names}</span> "))}
            {request.Time(article.Time)}
            {Html.If(modified is not null, () => Html.Of($"<span class=\"modified\">{request.Texts.Updated} {request.Time(modified!.Value)}</span>"))}</p>
            {Html.If(article.DuplicateOf, id => Html.Of($"<p class=\"same-text\" lang=\"{request.Texts.Code}\"><a href=\"{request.Link(Links.Article(id))}\">{request.Texts.Repeats(article.DuplicateKind, article.DuplicateShare)}</a></p>"))}
            </header>
            """);
    }

    // A picture that the body shows as well is shown there only.
    private static Html Lead(ArticleContent content) => content.Body.Any(block => block.Type == BlockTypes.Image && block.Url == content.Image)
        ? Html.Empty
        : Teaser.Picture(content.Image, "picture");

    private static Html Body(PublishedArticle article, SiteRequest request)
    {
        var text = new AnnotatedText(article.Content, article.Analysis, entity => request.Link(Links.Entity(entity.Name)));
        return BlockMarkup.Of(article.Content.Body, text.WordsOf);
    }

    private static Html Original(PublishedArticle article, SiteRequest request) => Html.If(
        Links.Outside(article.Content.Url),
        url => Html.Of($"<p class=\"original\" lang=\"{request.Texts.Code}\">{request.Texts.ReadOriginal} <a href=\"{url}\" rel=\"noopener\">{article.Content.Source.Name}</a>{Html.If(article.Content.IsPaywalled, () => Html.Of($" <span class=\"paywalled\">({request.Texts.ForSubscribers})</span>"))}</p>"));

    private static Html SeenIn(IReadOnlyList<ArticleSighting> seenIn, SiteRequest request) => Html.If(seenIn.Count > 1, () => Html.Of($"""
        <section><h2 class="rubric">{request.Texts.SeenIn}</h2><ul class="plain">
        {seenIn.Select(sighting => Html.Of($"<li>{SourceOf(sighting)} <span class=\"meta\">{request.Time(sighting.FirstSeenAt)}</span></li>\n"))}
        </ul></section>
        """));

    // They are ingestion's: a script shows them in place, others get them as the API tells them.
    private static Html Revisions(PublishedArticle article, SiteRequest request) => Html.If(article.Revision > 1, () =>
    {
        var address = $"/api/v1/articles/{Uri.EscapeDataString(article.ArticleId)}/revisions";
        return Html.Of($"""
            <details class="revisions" data-revisions="{address}"><summary class="rubric">{request.Texts.EarlierVersions}</summary>
            <p><a href="{address}">JSON</a></p></details>

            """);
    });

    private static Html SourceOf(ArticleSighting sighting) => Links.Outside(sighting.Url) is { } url
        ? Html.Of($"<a href=\"{url}\" rel=\"nofollow noopener\">{sighting.Name}</a>")
        : Html.Of($"<span class=\"headline\">{sighting.Name}</span>");

    private static Html OthersOn(StoryView? story, PublishedArticle article, SiteRequest request)
    {
        var others = story?.Articles.Newest.Where(other => other.ArticleId != article.ArticleId).Take(OthersShown).ToList() ?? [];
        return Html.If(others.Count > 0, () => Html.Of($"""
            <section><h2 class="rubric">{request.Texts.OthersOnThis}</h2><ul class="plain">
            {others.Select(other => Html.Of($"<li lang=\"{other.Analysis.Language}\"><a href=\"{request.Link(Links.Article(other.ArticleId))}\" dir=\"auto\">{other.Content.Title}</a> <span class=\"meta\"><span class=\"source\">{other.Content.Source.Name}</span> {request.Time(other.Time)}</span></li>\n"))}
            </ul><p><a class="onward" href="{request.Link(Links.Story(story!.Story.StoryId))}">{request.Texts.WholeStory}</a></p></section>
            """));
    }

    private static Html Related(IReadOnlyList<RelatedLink> related, SiteRequest request) => Html.If(related.Count > 0, () => Html.Of($"""
        <section><h2 class="rubric">{request.Texts.AlsoOnThePage}</h2><ul class="plain">
        {related.Select(link => Html.Of($"<li>{Headline(link)}{Html.If(link.Teaser, teaser => Html.Of($"<p class=\"teaser\" dir=\"auto\">{teaser}</p>"))}<span class=\"meta\">{link.Section} {PrintedTime(link)}</span></li>\n"))}
        </ul></section>
        """));

    private static Html Headline(RelatedLink link) => Links.Outside(link.Url) is { } url
        ? Html.Of($"<a href=\"{url}\" rel=\"nofollow noopener\" dir=\"auto\">{link.Headline}</a>")
        : Html.Of($"<span class=\"headline\" dir=\"auto\">{link.Headline}</span>");

    // The zone is unknown: shown as the publisher printed it, not converted.
    private static string PrintedTime(RelatedLink link) => link.PublishedAt?.ToString("dd.MM.yyyy HH:mm") ?? "";
}
