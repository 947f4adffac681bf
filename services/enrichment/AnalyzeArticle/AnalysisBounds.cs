using System.Text.Encodings.Web;
using System.Text.Json;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary>
/// Keeps what an analysis adds to an article under the half of an event (1 MiB) that intake leaves to it: of a text with thousands of names or
/// quotations the first ones of each list are told, which are the most mentioned and the uppermost.
/// </summary>
internal static class AnalysisBounds
{
    private const int KeywordBytes = 8 * 1024;
    private const int EntityBytes = 192 * 1024;
    private const int QuoteBytes = 160 * 1024;
    private const int AttributionBytes = 64 * 1024;
    private const int DateBytes = 16 * 1024;
    private const int SummaryBytes = 16 * 1024;

    private const int MentionsOfOne = 1_000;

    // Member names, signs and numbers around the texts of one item.
    private const int ItemBytes = 100;
    private const int MentionBytes = 35;
    private const int EdgeBytes = 140;

    public static ArticleAnalysis Apply(ArticleAnalysis analysis)
    {
        var bounded = Bound(analysis);
        return bounded with { SummarySpans = [.. bounded.SummarySpans.Take(bounded.Summary.Count)] };
    }

    private static ArticleAnalysis Bound(ArticleAnalysis analysis) => analysis with
    {
        Keywords = Within(KeywordBytes, analysis.Keywords, static keyword => BytesOf(keyword)),
        Entities = Within(EntityBytes, analysis.Entities.Select(Shortened), static entity => BytesOf(entity.Name) + BytesOf(entity.Role) + (entity.Mentions.Count * MentionBytes)),
        Quotes = Within(QuoteBytes, analysis.Quotes, static quote => BytesOf(quote.Text) + BytesOf(quote.Speaker) + BytesOf(quote.SpeakerId) + BytesOf(quote.SpeakerKind)),
        Attribution = Within(AttributionBytes, analysis.Attribution, static edge => BytesOf(edge.From) + BytesOf(edge.To) + BytesOf(edge.Evidence) + BytesOf(edge.FromId) + BytesOf(edge.ToId) + EdgeBytes),
        KeyPhrases = Within(KeywordBytes, analysis.KeyPhrases, static phrase => BytesOf(phrase)),
        Dates = Within(DateBytes, analysis.Dates, static date => BytesOf(date.Text)),
        Summary = Within(SummaryBytes, analysis.Summary, static sentence => BytesOf(sentence)),
    };

    private static Entity Shortened(Entity entity) => entity.Mentions.Count <= MentionsOfOne ? entity : entity with { Mentions = [.. entity.Mentions.Take(MentionsOfOne)] };

    private static List<T> Within<T>(int bytes, IEnumerable<T> items, Func<T, int> bytesOf)
    {
        var kept = new List<T>();
        foreach (var item in items)
        {
            bytes -= bytesOf(item) + ItemBytes;
            if (bytes < 0)
            {
                break;
            }

            kept.Add(item);
        }

        return kept;
    }

    private static int BytesOf(string? text) => text is null ? 0 : JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length;
}
