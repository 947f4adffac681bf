using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Turns bylines into names: the word "by" and its kin, roles and addresses taken off, several names parted.</summary>
internal static partial class AuthorNames
{
    private const int MaxNameLength = 80;

    /// <summary>The distinct names in the order of the byline.</summary>
    public static IReadOnlyList<string> Read(IEnumerable<string> bylines, string? siteName)
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in bylines.Where(byline => !byline.Contains("://", StringComparison.Ordinal) && !IsHouseOnly(byline)).SelectMany(Split))
        {
            if (names.Count < ExtractionLimits.MaxAuthors && IsName(name) && seen.Add(PageText.Fold(name)))
                names.Add(name);
        }

        // The publisher's own name, an office and the link to a network say nothing beside a person's name.
        var site = PageText.Fold(siteName ?? string.Empty);
        var persons = names.Where(name => !NoPerson().IsMatch(name) && (site.Length == 0 || PageText.Fold(name) != site)).ToList();
        return persons.Count > 0 ? persons : names;
    }

    // "name, house" of a form whose name nobody filled in.
    private static bool IsHouseOnly(string byline) => byline.AsSpan().TrimStart() is [',', ..];

    private static IEnumerable<string> Split(string byline)
    {
        var text = Lead().Replace(PageText.PlainOf(byline, ExtractionLimits.MaxTitleLength) ?? string.Empty, string.Empty);
        return Between().Split(text).Select(part => Trail().Replace(Lead().Replace(part.Trim(), string.Empty), string.Empty).Trim(' ', ',', '.', ';', '|', '-', '–'));
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and <= MaxNameLength
        && name.Any(char.IsLetter)
        && !name.Any(char.IsAsciiDigit)
        && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        && !name.Contains('@')
        && name.Count(character => character == ' ') <= 6;

    [GeneratedRegex(@"^(written\s+by|posted\s+by|reported\s+by|story\s+by|text\s+by|by|von|par|por|di|door|автор(ы|и)?|текст|журналіст|корреспондент|кореспондент)(\s*:\s*|\s+)|^автор\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*[;,|/]\s*(?!Jr\b|Sr\b|Ph\.?D\b|MD\b|II)|\s+(?:and|und|et|и|та|&|as\s+told\s+to)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(twitter|facebook|instagram|linkedin|telegram|youtube|tiktok|email|e-mail|follow|sponsored|partner|advertorial|contributors?)$|^\(|^(отдел|відділ)|\b(chief|head of|officer|editor(ial)?|correspondent|reporter|(staff|senior|contributing) writer|director|columnist|journalist|producer|редактор|корреспондент|кореспондент|журналист|журналіст|обозреватель|оглядач|редакция|редакція|redaktion|rédaction|redazione|redacción|redakcja)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex NoPerson();

    [GeneratedRegex(@"\s+(?:\||–|—|-)\s+.*$|\s*\(.*\)$", RegexOptions.None, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Trail();
}
