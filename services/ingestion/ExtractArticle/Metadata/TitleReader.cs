using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Decides on the headline among h1, JSON-LD, OpenGraph and the title element, without the site's name behind it.</summary>
internal static partial class TitleReader
{
    private const double AlikeEnough = 0.5;

    public static string? Read(PageIndex page, JsonLd jsonLd, MetaTags meta, string? siteName)
    {
        var named = Clean(page.Named("title") is [var title, ..] ? title.TextContent : null, siteName);
        var social = Clean(meta.First("og:title", "twitter:title"), siteName);
        var declared = Clean(jsonLd.Text("headline"), siteName);
        var claims = new[] { declared, social, named }.OfType<string>().ToList();
        var printed = Headings(page).Select(text => Clean(text, siteName)).OfType<string>().ToList();

        return WithoutKicker(Printed(printed, claims), claims) ?? declared ?? social ?? printed.FirstOrDefault() ?? named;
    }

    // What readers see as the headline wins when any of the page's own claims agrees with it.
    private static string? Printed(List<string> printed, List<string> claims)
    {
        var best = printed
            .Select(text => (Text: text, Alike: claims.Count == 0 ? 0 : claims.Max(claim => Alikeness(text, claim))))
            .OrderByDescending(candidate => candidate.Alike)
            .FirstOrDefault();
        return best.Alike >= AlikeEnough ? best.Text : null;
    }

    // The section or a catchword stands over the headline, in the same element: what the page declares ends the printed text, and is most of it.
    private static string? WithoutKicker(string? printed, List<string> claims) =>
        printed is null || claims.Any(claim => PageText.Fold(claim) == PageText.Fold(printed)) ? printed
            : claims.Where(claim => claim.Length * 2 > printed.Length && IsEndOf(printed, claim)).MaxBy(claim => claim.Length) ?? printed;

    private static bool IsEndOf(string printed, string claim) =>
        printed.EndsWith(claim, StringComparison.Ordinal) && printed.Length > claim.Length && char.IsWhiteSpace(printed[^(claim.Length + 1)]) && !char.IsLower(claim[0]);

    private static IEnumerable<string> Headings(PageIndex page)
    {
        var marked = page.Property("headline").Where(element => element.LocalName is "h1" or "h2" or "div" or "span");
        return page.Named("h1").Concat(marked)
            .Select(TextOf)
            .Where(text => text.Length is > 0 and < 2_000)
            .Take(10);
    }

    // Elements that follow one another without a space are parted where a new line of the headline begins; "<span>F</span>erry" stays a word.
    private static string TextOf(IElement heading)
    {
        var text = new StringBuilder();
        foreach (var run in heading.GetDescendants().OfType<IText>().Select(node => node.Data).Where(run => run.Length > 0))
        {
            if (text.Length > 1 && char.IsLower(text[^1]) && char.IsUpper(run[0]))
                text.Append(' ');
            text.Append(run);
        }

        return text.ToString();
    }

    private static double Alikeness(string left, string right)
    {
        var one = Words(left);
        var other = Words(right);
        var common = one.Count(other.Contains);
        return common == 0 ? 0 : 2.0 * common / (one.Count + other.Count);
    }

    private static HashSet<string> Words(string text) =>
        [.. WordPattern().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    /// <summary>The title without its site suffix or prefix; null when nothing is left.</summary>
    internal static string? Clean(string? title, string? siteName)
    {
        var text = PageText.PlainOf(title, ExtractionLimits.MaxTitleLength);
        if (text is null)
            return null;

        var stripped = StripSite(text, siteName);
        return stripped.Length == 0 ? text : stripped;
    }

    private static string StripSite(string text, string? siteName)
    {
        var site = PageText.Fold(siteName ?? string.Empty);
        while (SeparatorPattern().Matches(text) is { Count: > 0 } separators)
        {
            var last = separators[^1];
            var head = text[..last.Index].TrimEnd();
            var tail = text[(last.Index + last.Length)..].Trim();
            var first = separators[0];
            if (IsSite(tail, site, head))
                text = head;
            else if (site.Length > 0 && PageText.Fold(text[..first.Index]) == site)
                text = text[(first.Index + first.Length)..].Trim();
            else
                break;
        }

        return text;
    }

    private static bool IsSite(string tail, string site, string head)
    {
        var folded = PageText.Fold(tail);
        if (folded.Length == 0)
            return true;
        if (site.Length > 0)
            return folded == site || (folded.Length >= 4 && site.Contains(folded, StringComparison.Ordinal)) || (site.Length >= 4 && folded.Contains(site, StringComparison.Ordinal) && folded.Length < 3 * site.Length);
        return DomainPattern().IsMatch(tail) && head.Length > tail.Length;
    }

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\s+[-–—|·•»«/:~]+\s+|\s*\|\s*", RegexOptions.None, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex SeparatorPattern();

    [GeneratedRegex(@"^[\w-]+\.(com|net|org|info|news|ru|ua|com\.ua|co\.uk|de|fr|by|kz|eu)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex DomainPattern();
}
