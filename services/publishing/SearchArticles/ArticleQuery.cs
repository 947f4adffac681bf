namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>What a reader asks of the visible articles: every condition given must hold.</summary>
internal sealed record ArticleQuery
{
    /// <summary>What is typed as a query, words and fields; null = any article.</summary>
    public SearchExpression? Text { get; init; }

    /// <summary>The words as the reader wrote them, for titles of feeds and pages.</summary>
    public string? Words { get; init; }

    /// <summary>ISO 639-1 codes, a list: see <see cref="ValueFilter"/>, which every filter down to <see cref="Speaker"/> is written for. Upper and lower case are one.</summary>
    public string? Language { get; init; }

    /// <summary>Ids or names, a list.</summary>
    public string? SourceId { get; init; }

    /// <summary>Ids of the sources of a country, one of which must hold; null = any source.</summary>
    public IReadOnlyList<string>? SourcesOfCountry { get; init; }

    /// <summary>Hosts of the articles' addresses, with their subdomains; a list.</summary>
    public string? Domain { get; init; }

    /// <summary>Of the seven categories, a list.</summary>
    public string? Category { get; init; }

    /// <summary>The publisher's section name or one of the seven categories.</summary>
    public string? Section { get; init; }

    public string? StoryId { get; init; }

    /// <summary>Name, alias or id of a person, organisation or place.</summary>
    public string? Entity { get; init; }

    /// <summary>Name, alias or id of one who is quoted.</summary>
    public string? Speaker { get; init; }

    /// <summary>False leaves out what tells another article again.</summary>
    public bool WithDuplicates { get; init; } = true;

    /// <summary>The one language that is asked for; null when there are several, or one is only excluded.</summary>
    public string? OnlyLanguage => ValueFilter.Read(Language, isList: true) is { Wanted: [var only] } ? only : null;

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? To { get; init; }

    public ArticleOrder Order { get; init; }

    /// <summary>Where the page before ended; null = from the start.</summary>
    public ArticleCursor? After { get; init; }

    public int Limit { get; init; } = 20;

    /// <summary>False leaves <c>Content.Body</c> empty, which spares the store most of its reading.</summary>
    public bool WithBody { get; init; }

    /// <summary>The same of the articles that bear one of the labels: for a name as it stands, in which a filter would take a dash or a comma for its own.</summary>
    public ArticleQuery Bearing(params IReadOnlyList<string> labels)
    {
        var borne = SearchExpression.Any([.. labels.Select(label => new LabelClause(label))])!; // there is one at least
        return this with { Text = Text switch { null => borne, AllOf all => new AllOf([.. all.Parts, borne]), var one => new AllOf([one, borne]) } };
    }
}

/// <summary>How found articles are ordered.</summary>
internal enum ArticleOrder
{
    /// <summary>Newest first.</summary>
    Time,

    /// <summary>Best match first; without words the same as <see cref="Time"/>.</summary>
    Relevance,
}

/// <summary>An entity and the number of articles that name it.</summary>
internal sealed record EntityCount(string Name, string Type, int Articles)
{
    /// <summary>The newest so many articles are looked at, unless told otherwise.</summary>
    public const int UsualArticles = 5_000;
}
