using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Http;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>A source as clients describe it.</summary>
internal sealed record SourceInput(string? Name, string? Kind, string? Url, string? Language, string? Section, int? IntervalMinutes)
{
    public const int MaxNameLength = 100;
    public const int DefaultIntervalMinutes = 15;
    public const int MaxIntervalMinutes = 1_440;

    /// <summary>The first thing that is wrong, as a sentence; null when all is well.</summary>
    public string? Problem() =>
        NameProblem() ?? KindProblem() ?? UrlProblem() ?? LanguageProblem() ?? SectionProblem() ?? IntervalProblem();

    /// <summary>The source with this description; call it only when there is no <see cref="Problem"/>.</summary>
    public Source Describe(Source source) => source with
    {
        Name = Name!.Trim(),
        Kind = Enum.Parse<SourceKind>(Kind!.Trim(), ignoreCase: true),
        Url = new Uri(Url!.Trim()),
        Language = Blank(Language)?.ToLowerInvariant(),
        Section = Blank(Section),
        IntervalMinutes = IntervalMinutes ?? DefaultIntervalMinutes,
    };

    /// <summary>A new source with this description, due at once.</summary>
    public Source ToSource(string id, DateTimeOffset now) => Describe(new Source
    {
        Id = id,
        Name = string.Empty,
        Kind = SourceKind.Feed,
        Url = new Uri("about:blank"),
        IntervalMinutes = DefaultIntervalMinutes,
        NextAttemptAt = now,
        CreatedAt = now,
    });

    private string? NameProblem() =>
        Blank(Name) is not { } name ? "name is missing: give the publisher's name."
        : name.Length > MaxNameLength ? $"name is {name.Length} characters long: give at most {MaxNameLength}."
        : null;

    private string? KindProblem() =>
        Blank(Kind) is { } kind && Enum.GetNames<SourceKind>().Contains(kind, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"kind is '{Shown(Kind)}': give feed, sitemap, listing or page.";

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

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Shown(string? text) => text is null ? string.Empty : text.Length <= 80 ? text : text[..80] + "…";
}
