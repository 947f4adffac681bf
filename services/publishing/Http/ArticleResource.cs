using System.Text.Json.Serialization;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.HighlightWords;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Http;

/// <summary>An article in the API. Offsets count Unicode code points of <see cref="Text"/>, end exclusive.</summary>
internal sealed record ArticleResource
{
    public required string Id { get; init; }
    public required long Revision { get; init; }
    public required string? Url { get; init; }
    public required string Title { get; init; }
    public required string? Subtitle { get; init; }

    /// <summary>What the publisher says that it put right; null when nothing.</summary>
    public required string? Correction { get; init; }

    public required string? Description { get; init; }
    public required string Language { get; init; }

    /// <summary>As the publisher prints it; the category where it prints none.</summary>
    public required string? Section { get; init; }

    /// <summary>business, entertainment, general, health, science, sports or technology.</summary>
    public required string? Category { get; init; }

    /// <summary>The publisher's own keywords; <see cref="Keywords"/> are ours.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>True when the publisher closes the whole text to those who do not pay.</summary>
    public required bool IsPaywalled { get; init; }

    public required ArticleSource Source { get; init; }
    public required IReadOnlyList<string> Authors { get; init; }
    public required DateTimeOffset? PublishedAt { get; init; }
    public required DateTimeOffset? ModifiedAt { get; init; }
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>The sources that brought the article, the first one first.</summary>
    public required IReadOnlyList<ArticleSighting> SeenIn { get; init; }

    public required string? Image { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ArticleBlock>? Body { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>Where the words of the query stand; only with <c>highlight=1</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Highlight>? Highlights { get; init; }

    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>Where each sentence of the summary stands in the text; empty from an analysis that did not tell.</summary>
    public required IReadOnlyList<TextSpan> SummarySpans { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>What it is about, in normal form, the most telling first.</summary>
    public required IReadOnlyList<string> KeyPhrases { get; init; }

    /// <summary>Top-level subjects of IPTC Media Topics.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>The dates that the text names, resolved.</summary>
    public required IReadOnlyList<NamedDate> Dates { get; init; }

    public required IReadOnlyList<Entity> Entities { get; init; }
    public required IReadOnlyList<Quotation> Quotes { get; init; }
    public required IReadOnlyList<AttributionEdge> Attribution { get; init; }
    public required IReadOnlyList<RelatedLink> Related { get; init; }
    /// <summary>The readers' comments at the publisher's; null when the source does not speak of any.</summary>
    public required ArticleComments? Comments { get; init; }

    /// <summary>Where it happened, by the publisher's word (<see cref="Entities"/> are ours).</summary>
    public required ArticlePlace? Place { get; init; }

    /// <summary>The sound or film that belongs to it.</summary>
    public required ArticleRecording? Recording { get; init; }

    public required string? StoryId { get; init; }

    /// <summary>Id of an earlier article with nearly the same text.</summary>
    public required string? DuplicateOf { get; init; }

    /// <summary>How it repeats that one: exact, reprint (at least .9 of it stand there), update (the same source's, or with at least .9 of that one kept), rewrite; null for what version 0.1 stored.</summary>
    public required string? DuplicateKind { get; init; }

    /// <summary>Part of this text that stands in that one, 0 to 1.</summary>
    public required double? DuplicateShare { get; init; }

    /// <summary>Whether it came into its story late: published long before an article that was there already.</summary>
    public required bool IsLate { get; init; }

    /// <summary>How it was read: what found the body and how surely, the origin of fields and of the published time; null for what version 0.1 stored.</summary>
    public required ArticleProvenance? Provenance { get; init; }

    public static ArticleResource Of(PublishedArticle article, IReadOnlyList<ArticleSighting> seenIn, bool withBody, bool withText)
    {
        var (content, analysis) = (article.Content, article.Analysis);
        return new ArticleResource
        {
            Id = article.ArticleId,
            Revision = article.Revision,
            Url = content.Url,
            Title = content.Title,
            Subtitle = content.Subtitle,
            Correction = content.Correction,
            Description = content.Description,
            Language = analysis.Language,
            Section = content.Section ?? analysis.Section,
            Category = analysis.Section,
            Tags = content.Tags,
            IsPaywalled = content.IsPaywalled,
            Source = content.Source,
            Authors = content.Authors,
            PublishedAt = content.PublishedAt,
            ModifiedAt = content.ModifiedAt,
            FirstSeenAt = content.FirstSeenAt,
            SeenIn = seenIn,
            Image = content.Image,
            Body = withBody ? content.Body : null,
            Text = withText ? content.Text() : null,
            Summary = analysis.Summary,
            SummarySpans = analysis.SummarySpans,
            Keywords = analysis.Keywords,
            KeyPhrases = analysis.KeyPhrases,
            Topics = analysis.Topics,
            Dates = analysis.Dates,
            Entities = analysis.Entities,
            Quotes = analysis.Quotes,
            Attribution = analysis.Attribution,
            Related = content.Related,
            Comments = content.Comments,
            Place = content.Place,
            Recording = content.Recording,
            StoryId = article.StoryId,
            DuplicateOf = article.DuplicateOf,
            DuplicateKind = article.DuplicateKind,
            DuplicateShare = article.DuplicateShare,
            IsLate = article.IsLate,
            Provenance = content.Provenance,
        };
    }
}

/// <summary>What stays of a withdrawn article.</summary>
internal sealed record Tombstone(string Id, long Revision, DateTimeOffset? WithdrawnAt, string? Reason)
{
    public static Tombstone Of(ArticleState state) => new(state.ArticleId, state.Revision, state.WithdrawnAt, state.WithdrawalReason);
}
