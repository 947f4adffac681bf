using System.Collections.Frozen;
using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>What class, id and role of an element hint at, by whole words, so that "shadow" is no "ad".</summary>
internal readonly record struct ElementHints(bool Article, bool Furniture, bool Related, bool Comments, bool Standfirst, bool Margin, bool Popular, bool Caption)
{
    private const int LongestWord = 40;

    private static readonly FrozenDictionary<string, Part> Words = Table(
        (Part.Article, "article body content entry post story text main hentry blog news page detail column articlebody storybody maintext fulltext richtext prose statya novost material"),
        (Part.Furniture, "ad ads adv advert adverts advertisement advertising advertorial adslot adbox adwrap dfp gpt sponsor sponsored sponsors promo promos promotion promobox banner banners "
            + "share sharing shares sharebar sharetools sharebuttons social socials socialshare addthis sharethis sidebar sidebars sider footer footnote nav navbar navigation menu menus submenu breadcrumb breadcrumbs crumbs "
            + "newsletter newsletters subscribe subscription subscriptions signup donate donation donations cookie cookies gdpr consent popup modal overlay lightbox toolbar tooltip dropdown "
            + "tag tags taglist keywords byline bylines authorbox authorinfo bio biography meta metadata postmeta timestamp dateline copyright copyrights disclaimer legal pagination pager paging prevnext "
            + "login register widget widgets rating ratings vote poll print printfriendly skip skiplink sr hidden masthead topbar "
            + "reklama podpiska podelitsya kommentarii donat noprint nocontent screenreader utility contributors feedback correction"),
        (Part.Related, "related relatedposts relatedarticles recommended recommend recommendation recommendations recirc recirculation readmore readalso readnext alsoread seealso trending popular mostread mostpopular mostviewed "
            + "outbrain taboola morefrom morestories morenews similar teaser teasers suggested suggestions upnext latest relatedcontent relatedlinks onward rellinks chitayte pohozhie"),
        (Part.Popular, "trending popular mostread mostpopular mostviewed latest outbrain taboola"),
        (Part.Comments, "comment comments commentlist disqus respond discussion replies commenting livefyre"),
        // What never is the page's main part, whatever else its name says.
        (Part.Margin, "footer cookie cookies gdpr consent newsletter navbar navigation breadcrumb breadcrumbs masthead copyright disclaimer"),
        (Part.Caption, "caption captions credit credits figcaption imagecaption photocaption copyrightholder podpis pidpys gallery slideshow"),
        (Part.Standfirst, "lead lede standfirst subtitle subheadline subheading dek deck summary intro excerpt teaser strapline chapeau anons lid"));

    private static readonly FrozenDictionary<string, Part>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static ElementHints Of(IElement element)
    {
        var role = element.GetAttribute("role");
        var found = PartsOf(element.ClassName) | PartsOf(element.Id);
        if (role is "navigation" or "banner" or "complementary" or "contentinfo" or "dialog" or "alertdialog" or "menu" or "menubar" or "search" or "toolbar")
            found |= Part.Furniture;
        return new ElementHints(
            found.HasFlag(Part.Article), found.HasFlag(Part.Furniture), found.HasFlag(Part.Related), found.HasFlag(Part.Comments),
            found.HasFlag(Part.Standfirst), found.HasFlag(Part.Margin), found.HasFlag(Part.Popular), found.HasFlag(Part.Caption));
    }

    private static Part PartsOf(ReadOnlySpan<char> names)
    {
        var found = Part.None;
        foreach (var range in names.Split(' '))
        {
            // "print:px-6" and "[.floated_&]:mt-0" are styles of a utility kit: they name no role.
            var name = names[range];
            if (!name.ContainsAny(':', '[', '!'))
                found |= PartsOfName(name);
        }

        return found;
    }

    // Words are parted at separators, digits and camel humps. "read-also" says what "read" and "also" do not: neighbours count as one word too.
    private static Part PartsOfName(ReadOnlySpan<char> name)
    {
        var found = Part.None;
        Span<char> pair = stackalloc char[2 * LongestWord];
        var before = 0;
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isEnd = i == name.Length || !char.IsLetter(name[i]);
            var isHump = !isEnd && i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1]);
            if (!isEnd && !isHump)
                continue;

            var length = Math.Min(i - start, LongestWord);
            if (length > 0)
            {
                name.Slice(start, length).ToLowerInvariant(pair[before..]);
                found |= PartOf(pair.Slice(before, length)) | PartOf(pair[..(before + length)]);
                pair.Slice(before, length).CopyTo(pair);
                before = length;
            }

            start = isHump ? i : i + 1;
        }

        return found;
    }

    private static Part PartOf(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var part) ? part : Part.None;

    private static FrozenDictionary<string, Part> Table(params ReadOnlySpan<(Part Part, string Words)> lists)
    {
        var table = new Dictionary<string, Part>();
        foreach (var (part, words) in lists)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                table[word] = table.GetValueOrDefault(word) | part;
        }

        return table.ToFrozenDictionary();
    }

    [Flags]
    private enum Part
    {
        None = 0,
        Article = 1,
        Furniture = 2,
        Related = 4,
        Comments = 8,
        Standfirst = 16,
        Margin = 32,
        Popular = 64,
        Caption = 128,
    }
}
