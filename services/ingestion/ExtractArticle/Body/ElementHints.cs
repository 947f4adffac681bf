using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>What class, id and role of an element hint at, by whole words, so that "shadow" is no "ad".</summary>
internal readonly record struct ElementHints(bool Article, bool Furniture, bool Related, bool Comments, bool Standfirst, bool Margin, bool Popular, bool Caption)
{
    private static readonly HashSet<string> ArticleWords = Words(
        "article body content entry post story text main hentry blog news page detail column articlebody storybody maintext fulltext richtext prose statya novost material");

    private static readonly HashSet<string> FurnitureWords = Words(
        "ad ads adv advert adverts advertisement advertising advertorial adslot adbox adwrap dfp gpt sponsor sponsored sponsors promo promos promotion promobox banner banners "
        + "share sharing shares sharebar sharetools sharebuttons social socials socialshare addthis sharethis sidebar sidebars sider footer footnote nav navbar navigation menu menus submenu breadcrumb breadcrumbs crumbs "
        + "newsletter newsletters subscribe subscription subscriptions signup donate donation donations cookie cookies gdpr consent popup modal overlay lightbox toolbar tooltip dropdown "
        + "tag tags taglist keywords byline bylines authorbox authorinfo bio biography meta metadata postmeta timestamp dateline copyright copyrights disclaimer legal pagination pager paging prevnext "
        + "login register widget widgets rating ratings vote poll print printfriendly skip skiplink sr hidden masthead topbar "
        + "reklama podpiska podelitsya kommentarii donat noprint nocontent screenreader utility contributors feedback correction");

    private static readonly HashSet<string> RelatedWords = Words(
        "related relatedposts relatedarticles recommended recommend recommendation recommendations recirc recirculation readmore readalso readnext alsoread seealso trending popular mostread mostpopular mostviewed "
        + "outbrain taboola morefrom morestories morenews similar teaser teasers suggested suggestions upnext latest relatedcontent relatedlinks onward rellinks chitayte pohozhie");

    private static readonly HashSet<string> PopularWords = Words("trending popular mostread mostpopular mostviewed latest outbrain taboola");

    private static readonly HashSet<string> CommentWords = Words("comment comments commentlist disqus respond discussion replies commenting livefyre");

    // What never is the page's main part, whatever else its name says.
    private static readonly HashSet<string> MarginWords = Words("footer cookie cookies gdpr consent newsletter navbar navigation breadcrumb breadcrumbs masthead copyright disclaimer");

    private static readonly HashSet<string> CaptionWords = Words("caption captions credit credits figcaption imagecaption photocaption copyrightholder podpis pidpys gallery slideshow");

    private static readonly HashSet<string> StandfirstWords = Words("lead lede standfirst subtitle subheadline subheading dek deck summary intro excerpt teaser strapline chapeau anons lid");

    public static ElementHints Of(IElement element)
    {
        var names = element.ClassName + " " + element.Id;
        var role = element.GetAttribute("role");
        if (names.Length == 1 && role is null)
            return default;

        var hints = default(ElementHints);
        foreach (var word in names.Split(' ').Where(IsName).SelectMany(WordsOf))
        {
            hints = hints with
            {
                Article = hints.Article || ArticleWords.Contains(word),
                Furniture = hints.Furniture || FurnitureWords.Contains(word),
                Related = hints.Related || RelatedWords.Contains(word),
                Comments = hints.Comments || CommentWords.Contains(word),
                Popular = hints.Popular || PopularWords.Contains(word),
                Margin = hints.Margin || MarginWords.Contains(word),
                Caption = hints.Caption || CaptionWords.Contains(word),
                Standfirst = hints.Standfirst || StandfirstWords.Contains(word),
            };
        }

        return role is "navigation" or "banner" or "complementary" or "contentinfo" or "dialog" or "alertdialog" or "menu" or "menubar" or "search" or "toolbar"
            ? hints with { Furniture = true } : hints;
    }

    // "print:px-6" and "[.floated_&]:mt-0" are styles of a utility kit: they name no role.
    private static bool IsName(string name) => !name.AsSpan().ContainsAny(':', '[', '!');

    // "read-also" says what "read" and "also" do not: neighbours count as one word too.
    private static IEnumerable<string> WordsOf(string name)
    {
        var before = string.Empty;
        foreach (var word in Split(name))
        {
            yield return word;
            if (before.Length > 0)
                yield return before + word;
            before = word;
        }
    }

    /// <summary>Lower-case words of a name: parted at separators, digits and camel humps.</summary>
    private static IEnumerable<string> Split(string names)
    {
        var start = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            var isEnd = i == names.Length || !char.IsLetter(names[i]);
            var isHump = !isEnd && i > start && char.IsUpper(names[i]) && char.IsLower(names[i - 1]);
            if (!isEnd && !isHump)
                continue;

            if (i > start)
                yield return names[start..i].ToLowerInvariant();
            start = isHump ? i : i + 1;
        }
    }

    private static HashSet<string> Words(string list) => [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
