using System.Text;
using System.Text.Json;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

public sealed class WholeBodyTests
{
    private static readonly string LongParagraph = string.Concat(Enumerable.Repeat("The ferry waits. ", ExtractionLimits.MaxBlockLength / 16));
    private static readonly string ManyParagraphs = string.Concat(Enumerable.Repeat("The ferry waits.\n\n", ExtractionLimits.MaxBlocks + 1));

    [Fact]
    public void Refuses_a_pushed_text_that_it_would_have_to_cut()
    {
        Assert.Contains("paragraph has", Refusal(() => PlainTextArticleReader.Read("Title\n\n" + LongParagraph)), StringComparison.Ordinal);
        Assert.Contains("more than", Refusal(() => PlainTextArticleReader.Read("Title\n\n" + ManyParagraphs)), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_pushed_object_that_it_would_have_to_cut()
    {
        Assert.Contains("paragraph has", Refusal(() => Read(new { title = "Title", text = LongParagraph })), StringComparison.Ordinal);
        Assert.Contains("paragraph has", Refusal(() => Read(new { title = "Title", body = new[] { LongParagraph } })), StringComparison.Ordinal);
        Assert.Contains("more than", Refusal(() => Read(new { title = "Title", text = ManyParagraphs })), StringComparison.Ordinal);
        Assert.Contains("more than", Refusal(() => Read(new { title = "Title", body = ManyParagraphs.Split("\n\n") })), StringComparison.Ordinal);
    }

    private static PushedArticle Read(object article) => JsonArticleReader.Read(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(article)));

    private static string Refusal(Func<object> reading) => Assert.Throws<UnreadableArticleException>(reading).Message;
}
