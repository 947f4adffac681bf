using System.Text.Json;
using System.Text.Json.Serialization;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Text;

namespace NewsPlatform.Newsctl.Offline;

/// <summary>What <c>analyze</c> writes of one text; offsets count code points in it, end exclusive.</summary>
internal sealed record AnalyzeResult
{
    /// <summary>The line's own; left out for a single text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Id { get; init; }

    public required string Language { get; init; }

    public required double LanguageConfidence { get; init; }

    /// <summary>One entry per mention, in the order of the text: what is compared with marked-up gold.</summary>
    public required IReadOnlyList<MentionResult> Entities { get; init; }

    public required IReadOnlyList<Quotation> Quotes { get; init; }

    public required IReadOnlyList<AttributionEdge> Attribution { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    public required string? Section { get; init; }

    public required IReadOnlyList<string> Summary { get; init; }

    public required IReadOnlyList<TextSpan> SummarySpans { get; init; }

    public required IReadOnlyList<string> KeyPhrases { get; init; }

    public required IReadOnlyList<Topic> Topics { get; init; }

    public required IReadOnlyList<NamedDate> Dates { get; init; }

    /// <summary>The stems by which it is grouped into stories, heaviest first.</summary>
    public required IReadOnlyList<WeightedTerm> Terms { get; init; }

    /// <summary>The text that the offsets count in; only for a single article, whose text was read out of a file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    public static AnalyzeResult Of(ArticleAnalysis analysis, string text) => new()
    {
        Language = analysis.Language,
        LanguageConfidence = analysis.LanguageConfidence,
        Entities = MentionsOf(analysis, text),
        Quotes = analysis.Quotes,
        Attribution = analysis.Attribution,
        Keywords = analysis.Keywords,
        Section = analysis.Section,
        Summary = analysis.Summary,
        SummarySpans = analysis.SummarySpans,
        KeyPhrases = analysis.KeyPhrases,
        Topics = analysis.Topics,
        Dates = analysis.Dates,
        Terms = analysis.Terms,
    };

    private static List<MentionResult> MentionsOf(ArticleAnalysis analysis, string text)
    {
        var offsets = new CodePointMap(text);
        return
        [
            .. analysis.Entities
                .SelectMany(entity => entity.Mentions.Select(span => new MentionResult(
                    span.Start, span.End, entity.Type, text[offsets.ToUtf16(span.Start)..offsets.ToUtf16(span.End)], entity.Name, entity.Role, entity.Id)))
                .OrderBy(mention => mention.Start),
        ];
    }
}

/// <summary>One mention of an entity.</summary>
/// <param name="Start">First code point.</param>
/// <param name="End">One past the last.</param>
/// <param name="Type">PER, ORG or LOC.</param>
/// <param name="Text">The words as they stand.</param>
/// <param name="Name">The entity's normal form.</param>
/// <param name="Role">What the text calls it; null when it does not.</param>
/// <param name="EntityId">Wikidata id; null when no list has it.</param>
internal sealed record MentionResult(int Start, int End, string Type, string Text, string Name, string? Role, string? EntityId)
{
    /// <summary>This one mention in the form of the API's entities, for readers of that form.</summary>
    public IReadOnlyList<TextSpan> Mentions => [new(Start, End)];
}
