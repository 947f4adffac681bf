using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.Http;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>A source as clients describe it.</summary>
/// <param name="Name">Null = the list's title, else the host.</param>
/// <param name="Kind">feed, sitemap, listing or page; null or auto = found by itself.</param>
/// <param name="Url">Its address, or with no kind the site's.</param>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Section">Section of articles that name none.</param>
/// <param name="IntervalMinutes">Null = 15.</param>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="Category">A folder for people.</param>
/// <param name="Selectors">For a listing that is not understood by itself.</param>
/// <param name="Credential">Name of a secret in the configuration (Credentials:name), never the secret.</param>
/// <param name="IgnoreRobots">True = its pages are fetched whatever robots.txt says; goes on its record.</param>
/// <param name="TimeZone">IANA name of the clock of times that its pages print without a zone; null = its country's, where there is but one.</param>
public sealed record SourceInput(
    string? Name = null,
    string? Kind = null,
    string? Url = null,
    string? Language = null,
    string? Section = null,
    int? IntervalMinutes = null,
    string? Country = null,
    string? Category = null,
    ListingSelectors? Selectors = null,
    string? Credential = null,
    bool? IgnoreRobots = null,
    string? TimeZone = null)
{
    private const string Auto = "auto";

    internal const int MaxNameLength = 100;
    internal const int DefaultIntervalMinutes = 15;
    internal const int MaxIntervalMinutes = 1_440;

    /// <summary>The first thing that is wrong, as a sentence; null when all is well.</summary>
    public string? Problem() =>
        NameProblem() ?? KindProblem() ?? UrlProblem() ?? LanguageProblem() ?? SectionProblem() ?? IntervalProblem() ?? MoreProblem();

    /// <summary>The kind; null when it is to be found.</summary>
    internal SourceKind? KindOrNull() =>
        Blank(Kind) is { } kind && !string.Equals(kind, Auto, StringComparison.OrdinalIgnoreCase) ? Enum.Parse<SourceKind>(kind, ignoreCase: true) : null;

    /// <summary>With a name in any case: its own, the list's title, the host.</summary>
    internal SourceInput Named(string? title)
    {
        if (Blank(Name) is not null)
            return this;

        var host = new Uri(Url!.Trim()).Host; // checked before
        var name = Blank(title) ?? (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host);
        return this with { Name = name.Length <= MaxNameLength ? name : name[..MaxNameLength] };
    }

    /// <summary>The source with this description; call it only when there is no <see cref="Problem"/>, and name and kind are known.</summary>
    internal Source Describe(Source source) => source with
    {
        Name = Name!.Trim(),
        Kind = Enum.Parse<SourceKind>(Kind!.Trim(), ignoreCase: true),
        Url = new Uri(Url!.Trim()),
        Language = Blank(Language)?.ToLowerInvariant(),
        Section = Blank(Section),
        IntervalMinutes = IntervalMinutes ?? DefaultIntervalMinutes,
        Country = Blank(Country)?.ToUpperInvariant(),
        Category = Blank(Category),
        Selectors = Selectors,
        Credential = Blank(Credential),
        IgnoreRobots = IgnoreRobots ?? false,
        TimeZone = Blank(TimeZone),
    };

    /// <summary>The description of a source.</summary>
    internal static SourceInput Of(Source source) => new(
        source.Name, source.Kind.ToString().ToLowerInvariant(), source.Url.OriginalString, source.Language, source.Section, source.IntervalMinutes, source.Country, source.Category, source.Selectors, source.Credential,
        source.IgnoreRobots ? true : null, source.TimeZone);

    /// <summary>A new source with this description, due at once.</summary>
    internal Source ToSource(string id, DateTimeOffset now) => Describe(new Source
    {
        Id = id,
        Name = string.Empty,
        Kind = SourceKind.Feed,
        Url = new Uri("about:blank"),
        IntervalMinutes = DefaultIntervalMinutes,
        NextAttemptAt = now,
        NextReason = "It is new.",
        CreatedAt = now,
    });

    private string? NameProblem() =>
        Blank(Name) is not { } name ? null
        : name.Length > MaxNameLength ? $"name is {name.Length} characters long: give at most {MaxNameLength}."
        : null;

    private string? KindProblem() =>
        Blank(Kind) is not { } kind || Enum.GetNames<SourceKind>().Append(Auto).Contains(kind, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"kind is '{Shown(Kind)}': give feed, sitemap, listing or page, or leave it out to have it found.";

    private string? UrlProblem() =>
        !Uri.TryCreate(Url?.Trim(), UriKind.Absolute, out var url) || UrlKey.Of(url) is null ? $"url is '{Shown(Url)}': give an absolute http or https address of at most 2,048 characters."
        : url.UserInfo.Length > 0 ? "url holds a user name or a password, which everybody could read in the list of sources: give the address without them."
        : null;

    private string? LanguageProblem() =>
        Blank(Language) is not { } language || (language.Length is 2 or 3 && language.All(char.IsAsciiLetter))
            ? null
            : $"language is '{Shown(language)}': give an ISO 639 code such as uk, or leave it out.";

    private string? SectionProblem() =>
        Section?.Length > MaxNameLength ? $"section is {Section.Length} characters long: give at most {MaxNameLength}." : null;

    private string? IntervalProblem() =>
        IntervalMinutes is null or (>= 1 and <= MaxIntervalMinutes)
            ? null
            : $"intervalMinutes is {IntervalMinutes}: give a whole number from 1 to {MaxIntervalMinutes}.";

    private string? MoreProblem() =>
        Blank(Country) is { } country && !(country.Length == 2 && country.All(char.IsAsciiLetter)) ? $"country is '{Shown(country)}': give an ISO 3166 code of two letters such as UA, or leave it out."
        : Blank(TimeZone) is { } zone && SourceZone.Find(zone) is null ? $"timeZone is '{Shown(zone)}': give an IANA name such as Europe/Kyiv, or leave it out."
        : Category?.Length > MaxNameLength ? $"category is {Category.Length} characters long: give at most {MaxNameLength}."
        : Blank(Credential) is { } credential && !(credential.Length <= MaxNameLength && credential.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')) ? "credential must be the name of a secret in the configuration (Credentials:<name>), of letters, digits, hyphens: never the secret itself."
        : Selectors is not null && Blank(Selectors.Entry) is null ? "selectors.entry is missing: give the CSS selector of an entry of the list."
        : SelectorProblem();

    private string? SelectorProblem()
    {
        (string Name, string? Text)[] all = [("entry", Selectors?.Entry), ("headline", Selectors?.Headline), ("link", Selectors?.Link), ("section", Selectors?.Section), ("date", Selectors?.Date), ("teaser", Selectors?.Teaser)];
        return Array.Find(all, one => Blank(one.Text) is { } text && !SelectorText.IsValid(text)) is { Text: { } wrong, Name: { } name }
            ? $"selectors.{name} is no valid CSS selector: '{Shown(wrong)}'; try it in a browser's console with document.querySelectorAll."
            : null;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Shown(string? text) => text is null ? string.Empty : text.Length <= 80 ? text : text[..80] + "…";
}
