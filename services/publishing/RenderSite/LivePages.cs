using Microsoft.Extensions.Options;
using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Answers with pages that go on living: each knows where the change log ended before its news was read.</summary>
internal sealed class LivePages(ChangeLog log, IOptions<PublishingOptions> options, TimeProvider clock)
{
    /// <summary>What pages need to know of the request.</summary>
    public SiteRequest Open(HttpRequest http) => SiteRequest.Of(http, options.Value, clock);

    public async Task<IResult> AnswerAsync(HttpRequest http, Func<SiteRequest, Task<SitePage>> render, CancellationToken ct)
    {
        var request = Open(http);
        var tail = await log.ReadTailAsync(ct);
        var page = await render(request);
        return new SitePageResult(request, page.Live is { } live ? page with { Live = live with { After = tail } } : page);
    }
}
