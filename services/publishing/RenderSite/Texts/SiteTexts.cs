namespace NewsPlatform.Publishing.RenderSite.Texts;

/// <summary>The words of the interface in one language.</summary>
internal sealed record SiteTexts
{
    /// <summary>ISO 639-1.</summary>
    public required string Code { get; init; }

    /// <summary>Language and country, as Open Graph wants them.</summary>
    public required string Locale { get; init; }

    /// <summary>The language's own name.</summary>
    public required string Name { get; init; }

    public required string SkipToContent { get; init; }
    public required string FrontPage { get; init; }
    public required string Sections { get; init; }
    public required string Search { get; init; }
    public required string SearchHint { get; init; }
    public required string NothingFound { get; init; }
    public required string NothingYet { get; init; }
    public required string Latest { get; init; }
    public required string MoreStories { get; init; }
    public required string Older { get; init; }
    public required string NewsLanguage { get; init; }
    public required string AnyLanguage { get; init; }
    public required string SiteLanguage { get; init; }
    public required string Order { get; init; }
    public required string ByTime { get; init; }
    public required string ByRelevance { get; init; }
    public required string Feeds { get; init; }
    public required string Updated { get; init; }
    public required string InShort { get; init; }
    public required string ReadOriginal { get; init; }
    public required string ForSubscribers { get; init; }
    public required string SameText { get; init; }

    /// <summary>How a text repeats an earlier one, by the kind's key in the API.</summary>
    public required IReadOnlyDictionary<string, string> Duplicates { get; init; }

    /// <summary>After a part in per cent.</summary>
    public required string InCommon { get; init; }

    public required string OriginalSource { get; init; }
    public required string CitedSources { get; init; }
    public required string FirstPrinted { get; init; }
    public required string HowItCame { get; init; }
    public required string InTheirWords { get; init; }
    public required string SpeakerUnknown { get; init; }
    public required string Reported { get; init; }
    public required string WhoCitesWhom { get; init; }
    public required string People { get; init; }
    public required string Organisations { get; init; }
    public required string Places { get; init; }
    public required string Keywords { get; init; }
    public required string OthersOnThis { get; init; }
    public required string SeenIn { get; init; }
    public required string WholeStory { get; init; }
    public required string AlsoOnThePage { get; init; }
    public required string Story { get; init; }
    public required string Timeline { get; init; }
    public required string Sources { get; init; }
    public required string LastRead { get; init; }
    public required string NotReadYet { get; init; }
    public required string SilentSince { get; init; }
    public required string Filters { get; init; }
    public required string NotFoundTitle { get; init; }
    public required string NotFoundText { get; init; }
    public required string GoneTitle { get; init; }
    public required string GoneText { get; init; }
    public required string GoneReason { get; init; }
    public required string ExpiredTitle { get; init; }
    public required string ExpiredText { get; init; }
    public required string GoneStoryTitle { get; init; }
    public required string GoneStoryText { get; init; }
    public required string BadRequestTitle { get; init; }
    public required string BackToFront { get; init; }

    /// <summary>Said when <c>{0}</c> articles came after the page was opened; a link that opens it anew.</summary>
    public required string NewHere { get; init; }

    public required string ArticleChanged { get; init; }
    /// <summary>Before what was put right, with its colon.</summary>
    public required string Correction { get; init; }

    public required string EarlierVersions { get; init; }
    public required string RemoveFilter { get; init; }
    public required string Narrow { get; init; }
    public required string Named { get; init; }
    public required string NamedTogether { get; init; }
    public required string AlsoCalled { get; init; }
    public required string Days { get; init; }
    public required string Person { get; init; }
    public required string Organisation { get; init; }
    public required string Place { get; init; }
    public required string SourceWord { get; init; }

    /// <summary>The seven categories by their key in the API.</summary>
    public required IReadOnlyDictionary<string, string> Categories { get; init; }

    /// <summary>Said of an article that came into its story late.</summary>
    public required string Late { get; init; }

    /// <summary>In the form that follows a day's number.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>From Sunday on.</summary>
    public required IReadOnlyList<string> Weekdays { get; init; }

    public required PluralForms ArticleCount { get; init; }
    public required PluralForms SourceCount { get; init; }
    public required PluralForms MoreSourceCount { get; init; }

    public string CategoryName(string section) => Categories.TryGetValue(section.ToLowerInvariant(), out var name) ? name : section;

    /// <summary>What a repeated text is called, with the part that it repeats where that is known and not all of it.</summary>
    public string Repeats(string? kind, double? share)
    {
        var name = kind is not null && Duplicates.TryGetValue(kind, out var text) ? text : SameText;
        return share is { } part && part < 0.995 ? $"{name} ({Math.Round(100 * part)} % {InCommon})" : name;
    }

    public string LongDate(DateTimeOffset local) => $"{Weekdays[(int)local.DayOfWeek]}, {Date(local)} {local.Year}";

    public string Date(DateTimeOffset local) => $"{local.Day} {Months[local.Month - 1]}";
}

/// <summary>A noun after a number, <c>{0}</c>.</summary>
/// <param name="One">1; in Slavic languages also 21, 31, …</param>
/// <param name="Few">2 to 4, 22 to 24, …; the same as <paramref name="Many"/> where the language does not part them.</param>
/// <param name="Many">All others.</param>
/// <param name="Slavic">Which rule holds.</param>
internal sealed record PluralForms(string One, string Few, string Many, bool Slavic)
{
    public string Of(int number) => FormOf(number).Replace("{0}", number.ToString(), StringComparison.Ordinal);

    private string FormOf(int number)
    {
        if (!Slavic)
        {
            return number == 1 ? One : Many;
        }

        return (number % 10, number % 100) switch
        {
            (_, >= 11 and <= 14) => Many,
            (1, _) => One,
            ( >= 2 and <= 4, _) => Few,
            _ => Many,
        };
    }
}
