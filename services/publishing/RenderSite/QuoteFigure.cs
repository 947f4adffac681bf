using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.ListQuotes;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Words that somebody said, with who said them and where they stand.</summary>
internal static class QuoteFigure
{
    /// <summary>On the page of the article in which they stand.</summary>
    public static Html Of(Quotation quote, SiteRequest request) => Of(quote.Text, quote.Speaker, quote.Direct, place: null, request);

    /// <summary>Elsewhere.</summary>
    public static Html Of(QuoteResource quote, SiteRequest request) => Of(quote.Text, quote.Speaker, quote.Direct, quote.Article, request);

    private static Html Of(string text, string? speaker, bool isDirect, StoryArticleResource? place, SiteRequest request) => Html.Of($"""
        <figure class="{(isDirect ? "quote" : "quote indirect")}"><blockquote{Html.If(place?.Language, code => Html.Of($" lang=\"{code}\""))}><p dir="auto">{text}</p></blockquote>
        <figcaption>{SpeakerOf(speaker, request)}{Html.If(!isDirect, () => Html.Of($" <span class=\"reported\">({request.Texts.Reported})</span>"))}{Html.If(place is not null, () => Html.Of($" · <a href=\"{request.Link(Links.Article(place!.Id))}\">{place.Source.Name}</a>, {request.Time(place.PublishedAt ?? place.FirstSeenAt)}"))}</figcaption></figure>

        """);

    private static Html SpeakerOf(string? speaker, SiteRequest request) => speaker is { Length: > 0 } name
        ? Html.Of($"<a href=\"{request.Link(Links.Entity(name))}\"><bdi>{name}</bdi></a>")
        : Html.Text(request.Texts.SpeakerUnknown);
}
