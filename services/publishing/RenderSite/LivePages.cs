using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Answers with pages that go on living: each knows where the change log ended before its news was read.</summary>
internal sealed class LivePages(ChangeLog log)
{
    public async Task<IResult> AnswerAsync(SiteRequest request, Func<SiteRequest, Task<SitePage>> render, CancellationToken ct)
    {
        var tail = await log.ReadTailAsync(ct);
        var page = await render(request);
        return new SitePageResult(request, page.Live is { } live ? page with { Live = live with { After = tail } } : page);
    }
}
