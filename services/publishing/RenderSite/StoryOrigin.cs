using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.ReadStories;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Where a story comes from: its original source, by whom it came, the sentence that says so, and who else is cited.</summary>
internal static class StoryOrigin
{
    private const int CitedShown = 10;

    public static Html Of(IReadOnlyList<PublishedArticle> told, SiteRequest request) => Html.Join(
    [
        Html.If(told.Count > 0, () => Original(StorySources.OriginalOf(told)!, request)),
        Cited(StorySources.CitedIn(told), request),
    ]);

    private static Html Original(OriginalSource original, SiteRequest request) => Html.Of($"""
        <section><h2 class="rubric">{request.Texts.OriginalSource}</h2>
        <p class="origin"><a href="{request.Link(Links.Article(original.ArticleId))}"><bdi>{original.Name}</bdi></a>{Html.If(original.Via.Count == 0, () => Html.Of($" <span class=\"role\">{request.Texts.FirstPrinted}</span>"))}</p>
        {Html.If(original.Via.Count > 0, () => Html.Of($"<ol class=\"route\" aria-label=\"{request.Texts.HowItCame}\">{original.Via.Append(original.Name).Select(name => Html.Of($"<li><bdi>{name}</bdi></li>"))}</ol>"))}
        {Html.If(original.Evidence, evidence => Html.Of($"<blockquote class=\"evidence\" dir=\"auto\">{evidence}</blockquote>"))}
        </section>

        """);

    private static Html Cited(IReadOnlyList<InfoSource> sources, SiteRequest request) => Html.If(sources.Count > 1, () => Html.Of($"""
        <section><h2 class="rubric">{request.Texts.CitedSources}</h2><ul class="plain">
        {sources.Take(CitedShown).Select(source => Html.Of($"<li><bdi>{source.Name}</bdi> <span class=\"meta\">{request.Texts.ArticleCount.Of(source.ArticleCount)}</span></li>\n"))}
        </ul></section>

        """));
}
