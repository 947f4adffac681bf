using NewsPlatform.Enrichment.AnalyzeArticle;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Groups a stream of texts in order of time, by the very analysis and decisions that the service uses; keeps everything in memory.</summary>
public sealed class StoryClusterer(ArticleAnalyzer analyzer, StoryGroupingOptions options)
{
    private readonly StoryGrouper _grouper = new(options);

    /// <summary>The story of a text as all that came after it left it; null for one that was not added.</summary>
    public string? StoryOf(string id) => _grouper.StoryOf(id);

    /// <summary>The story of the next text for now; an id seen before gets its story again.</summary>
    public string Add(ClusterDocument document) => Add(Read(document));

    /// <summary>What the grouping needs to know of a text: the heavy part, which may run for several texts at once.</summary>
    public StoryCandidate Read(ClusterDocument document)
    {
        var content = PlainContent.Of(document.Title, document.Text, document.PublishedAt ?? DateTimeOffset.UnixEpoch) with
        {
            PublishedAt = document.PublishedAt,
            LanguageHint = document.Language,
        };
        var analysis = analyzer.Analyze(content);
        return StoryCandidate.From(document.Id, revision: 1, content, document.Language is { } language ? analysis with { Language = language } : analysis);
    }

    /// <summary>The story of the next text, read already; the order of these calls is the order of the stream.</summary>
    public string Add(StoryCandidate candidate)
    {
        var decision = _grouper.Decide(candidate, candidate.SeenAt);
        if (decision.Entry is { } entry)
        {
            _grouper.Apply(entry);
        }

        if (_grouper.Regroup(decision, candidate.SeenAt) is { } regrouping)
        {
            _grouper.Apply(regrouping);
        }

        return _grouper.StoryOf(candidate.ArticleId)!;
    }
}

/// <summary>A text to be grouped.</summary>
/// <param name="Id">The caller's id.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Text">Its text.</param>
/// <param name="PublishedAt">Null = no time: such texts are compared whatever their age.</param>
/// <param name="Language">ISO 639-1 code; null = found out from the text.</param>
public sealed record ClusterDocument(string Id, string? Title, string Text, DateTimeOffset? PublishedAt = null, string? Language = null);
