using Microsoft.Extensions.Options;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.RenderSite.Texts;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>What every page needs to know of the request.</summary>
internal sealed record SiteRequest
{
    public required SiteTexts Texts { get; init; }
    public required string SiteName { get; init; }
    public required SiteAddress Address { get; init; }

    /// <summary>The interface language that the reader asked for by <c>?lang=</c>, which links carry on; null when the browser chose.</summary>
    public required string? AskedLanguage { get; init; }

    /// <summary>Now, in the site's time zone.</summary>
    public required DateTimeOffset Now { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public static SiteRequest Of(HttpRequest request, PublishingOptions options, TimeProvider clock)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);
        var asked = InterfaceLanguage.Find(request.Query["lang"])?.Code;
        return new SiteRequest
        {
            Texts = InterfaceLanguage.Choose(asked, request.Headers.AcceptLanguage),
            SiteName = options.SiteName,
            Address = SiteAddress.Of(request, options),
            AskedLanguage = asked,
            Now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone),
            Zone = zone,
        };
    }

    /// <summary>A link on this site in the reader's language.</summary>
    public string Link(string path, params ReadOnlySpan<(string Name, string? Value)> parameters) =>
        Links.WithQuery(path, [.. parameters, ("lang", AskedLanguage)]);

    /// <summary>The page's own absolute address, without what only finds the way in a list.</summary>
    /// <param name="language">Of the interface; null = the browser's.</param>
    public string Canonical(string? language) => Address.Of(Links.WithQuery(Address.PathAndQuery.Split('?')[0], ("lang", language)));

    /// <summary>A time as a reader wants it: the hour today, the date before, the year when it is another one.</summary>
    public Html Time(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        var hour = local.ToString("HH:mm");
        var words = local.Date == Now.Date ? hour
            : local.Year == Now.Year ? $"{Texts.Date(local)}, {hour}"
            : $"{Texts.Date(local)} {local.Year}, {hour}";
        return Html.Of($"<time datetime=\"{Instants.Utc(instant)}\">{words}</time>");
    }
}
