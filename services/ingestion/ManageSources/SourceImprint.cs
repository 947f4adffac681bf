using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>What a source's list says of the whole paper.</summary>
/// <param name="HomePage">Absolute address of the site; null when the list names none.</param>
/// <param name="Description">Without markup, at most 500 characters; null when there is none.</param>
internal sealed record SourceImprint(string? HomePage, string? Description)
{
    private const int LongestDescription = 500;

    public static SourceImprint Of(Source source, ParsedFeed list)
    {
        // A feed that names no site gives its own address, which is nothing for people; a listing is the site.
        var isOwn = source.Kind is SourceKind.Feed or SourceKind.Sitemap && list.Link == source.Url.AbsoluteUri;
        return new SourceImprint(isOwn ? null : list.Link, string.IsNullOrWhiteSpace(list.Description) ? null : PageText.Cut(list.Description.Trim(), LongestDescription));
    }
}
