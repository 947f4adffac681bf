using NewsPlatform.Publishing.ListQuotes;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.ReadStories;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>One story as it was told, day by day, and by whom.</summary>
internal static class StoryPage
{
    private const int QuotesShown = 8;
    private const int QuotesOfOne = 2;

    public static SitePage Of(StoryView view, SiteRequest request)
    {
        var told = view.Articles.Newest;
        var sources = told.GroupBy(article => article.Content.Source.Id).OrderByDescending(group => group.Count()).ToList();
        return new SitePage
        {
            Title = view.Story.Title,
            Description = Teaser.TextOf(told[^1]),
            Image = told.Select(article => Links.Outside(article.Content.Image)).FirstOrDefault(url => url is not null),
            FeedFilters = $"story={Uri.EscapeDataString(view.Story.StoryId)}",
            Live = new LiveNews($"story={Uri.EscapeDataString(view.Story.StoryId)}"),
            Main = Html.Of($"""
                <div class="reading">
                <section class="story" lang="{view.Story.Language}">
                <header>
                <p class="kicker" lang="{request.Texts.Code}">{request.Texts.Story}</p>
                <h1 dir="auto">{view.Story.Title}</h1>
                <p class="byline" lang="{request.Texts.Code}">{request.Texts.ArticleCount.Of(view.Articles.Total)}, {request.Texts.SourceCount.Of(sources.Count)} · {request.Texts.Updated} {request.Time(told[0].Time)}</p>
                </header>
                {Teaser.Picture(told.Select(article => article.Content.Image).FirstOrDefault(url => url is not null), "picture")}
                <h2 class="rubric" lang="{request.Texts.Code}">{request.Texts.Timeline}</h2>
                {Days(told, request)}
                </section>
                <aside class="notes" aria-label="{request.Texts.Sources}">
                {StoryOrigin.Of(told, request)}
                <section><h2 class="rubric">{request.Texts.Sources}</h2><ul class="plain">
                {sources.Select(group => Html.Of($"<li><a href=\"{request.Link("/search", ("story", view.Story.StoryId), ("source", group.Key))}\">{group.First().Content.Source.Name}</a> <span class=\"meta\">{request.Texts.ArticleCount.Of(group.Count())}</span></li>\n"))}
                </ul></section>
                {Quotes(told, request)}
                </aside>
                </div>
                """),
        };
    }

    // The newest words of each speaker first.
    private static Html Quotes(IReadOnlyList<PublishedArticle> told, SiteRequest request)
    {
        var said = told
            .SelectMany(article => article.Analysis.Quotes.Where(quote => quote.Speaker is not null).Select(quote => (Article: article, Quote: quote)))
            .DistinctBy(one => one.Quote.Text)
            .GroupBy(one => one.Quote.Speaker)
            .SelectMany(speaker => speaker.Take(QuotesOfOne))
            .Take(QuotesShown)
            .ToList();
        return Html.If(said.Count > 0, () => Html.Of($"<section><h2 class=\"rubric\">{request.Texts.InTheirWords}</h2>{said.Select(one => QuoteFigure.Of(QuoteResource.Of(one.Article, one.Quote), request))}</section>\n"));
    }

    private static Html Days(IReadOnlyList<PublishedArticle> told, SiteRequest request) => Html.Join(told
        .OrderBy(article => article.Time)
        .GroupBy(article => TimeZoneInfo.ConvertTime(article.Time, request.Zone).Date)
        .Select(day => Html.Of($"""
            <section class="day"><h3 lang="{request.Texts.Code}">{request.Texts.LongDate(new DateTimeOffset(day.Key, TimeSpan.Zero))}</h3>
            <ol class="timeline">
            {day.Select(article => Entry(article, request))}
            </ol></section>

            """)));

    private static Html Entry(PublishedArticle article, SiteRequest request) => Html.Of($"""
        <li lang="{article.Analysis.Language}">
        <p class="meta">{request.Time(article.Time)} <span class="source">{article.Content.Source.Name}</span>{Teaser.Repeat(article, request)}{Html.If(article.IsLate, () => Html.Of($" <span class=\"late\" lang=\"{request.Texts.Code}\">{request.Texts.Late}</span>"))}</p>
        <h4 dir="auto"><a href="{request.Link(Links.Article(article.ArticleId))}">{article.Content.Title}</a></h4>
        {Html.If(Teaser.TextOf(article), text => Html.Of($"<p class=\"teaser\" dir=\"auto\">{text}</p>"))}
        </li>

        """);
}
