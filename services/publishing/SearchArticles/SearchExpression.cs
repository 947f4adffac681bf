namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>What must be true of an article; a tree of the six records below. Every engine finds the same articles by it.</summary>
internal abstract record SearchExpression
{
    /// <summary>The conditions on words by which an article can match better or worse: those not excluded, as they stand.</summary>
    public IEnumerable<TextClause> Scored => this switch
    {
        TextClause text => [text],
        AllOf all => all.Parts.SelectMany(part => part.Scored),
        AnyOf any => any.Parts.SelectMany(part => part.Scored),
        _ => [],
    };

    /// <summary>The same of words that stand in these fields alone.</summary>
    public SearchExpression Within(ArticleFields fields) => this switch
    {
        TextClause text => text with { In = text.In & fields },
        AllOf all => new AllOf([.. all.Parts.Select(part => part.Within(fields))]),
        AnyOf any => new AnyOf([.. any.Parts.Select(part => part.Within(fields))]),
        Excluding excluding => new Excluding(excluding.Part.Within(fields)),
        _ => this,
    };

    /// <summary>All of the conditions; the condition itself where there is one, null where there is none.</summary>
    public static SearchExpression? All(IReadOnlyList<SearchExpression> parts) => parts switch
    {
        [] => null,
        [var only] => only,
        _ => new AllOf(parts),
    };

    /// <summary>At least one of the conditions; the condition itself where there is one, null where there is none.</summary>
    public static SearchExpression? Any(IReadOnlyList<SearchExpression> parts) => parts switch
    {
        [] => null,
        [var only] => only,
        _ => new AnyOf(parts),
    };
}

/// <summary>Every part holds; at least two.</summary>
internal sealed record AllOf(IReadOnlyList<SearchExpression> Parts) : SearchExpression;

/// <summary>At least one part holds; at least two.</summary>
internal sealed record AnyOf(IReadOnlyList<SearchExpression> Parts) : SearchExpression;

/// <summary>The part does not hold.</summary>
internal sealed record Excluding(SearchExpression Part) : SearchExpression;

/// <summary>At least one of the phrases stands in one of the fields.</summary>
/// <param name="Phrases">Alternatives, one for each plausible language: stems in sequence; a single word is a phrase of one.</param>
/// <param name="In">Title, description and content, or some of them.</param>
internal sealed record TextClause(IReadOnlyList<IReadOnlyList<string>> Phrases, ArticleFields In = ArticleFields.Text) : SearchExpression
{
    /// <summary>True when one of the alternatives is of several words.</summary>
    public bool IsPhrase { get; } = Phrases.Any(phrase => phrase.Count > 1);
}

/// <summary>The article bears the label; see <c>ArticleLabels</c>.</summary>
internal sealed record LabelClause(string Label) : SearchExpression;

/// <summary>The article belongs to the story. Stories move without a new revision of their articles, so this stands beside the index: nowhere but among the conditions that must all hold.</summary>
internal sealed record StoryClause(string StoryId) : SearchExpression;

/// <summary>Where words can stand in an article.</summary>
[Flags]
internal enum ArticleFields
{
    None = 0,
    Title = 1,
    Description = 2,
    Content = 4,

    /// <summary>Anywhere in what people read.</summary>
    Text = Title | Description | Content,

    /// <summary>The article is mainly about it; never asked for, only told of a hit.</summary>
    Core = 8,
}
