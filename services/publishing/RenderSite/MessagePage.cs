using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Pages that say why there is nothing to read.</summary>
internal static class MessagePage
{
    public static SitePage NotFound(SiteRequest request) =>
        Of(StatusCodes.Status404NotFound, request.Texts.NotFoundTitle, Html.Of($"<p>{request.Texts.NotFoundText}</p>"), request);

    /// <summary>The tombstone of a withdrawn or expired article.</summary>
    public static SitePage Gone(ArticleState state, SiteRequest request) => Of(
        StatusCodes.Status410Gone,
        state.Standing == Standing.Expired ? request.Texts.ExpiredTitle : request.Texts.GoneTitle,
        Html.Of($"""
            <p>{(state.Standing == Standing.Expired ? request.Texts.ExpiredText : request.Texts.GoneText)} {request.Time(state.WithdrawnAt ?? state.StoredAt)}.</p>
            {Html.If(state.WithdrawalReason, reason => Html.Of($"<p>{request.Texts.GoneReason}: <span dir=\"auto\">{reason}</span></p>"))}
            """),
        request);

    public static SitePage EmptyStory(SiteRequest request) =>
        Of(StatusCodes.Status410Gone, request.Texts.GoneStoryTitle, Html.Of($"<p>{request.Texts.GoneStoryText}</p>"), request);

    public static SitePage BadRequest(string problem, SiteRequest request) =>
        Of(StatusCodes.Status400BadRequest, request.Texts.BadRequestTitle, Html.Of($"<p lang=\"en\">{problem}</p>"), request);

    private static SitePage Of(int status, string title, Html text, SiteRequest request) => new()
    {
        Status = status,
        Title = title,
        Indexed = false,
        Main = Html.Of($"""
            <div class="message">
            <p class="number" aria-hidden="true">{status}</p>
            <h1>{title}</h1>
            {text}
            <p><a class="onward" href="{request.Link("/")}">{request.Texts.BackToFront}</a></p>
            </div>
            """),
    };
}
