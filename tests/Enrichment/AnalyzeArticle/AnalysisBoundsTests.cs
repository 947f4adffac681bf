using System.Text;
using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

public sealed class AnalysisBoundsTests
{
    private const int MaxContentBytes = 512 * 1024;
    private const int MaxEventBytes = 1024 * 1024;

    // Room for ids, times and the envelope around content and analysis.
    private const int EnvelopeBytes = 16 * 1024;

    [Theory]
    [InlineData("Jane Porter met Peter Walsh in London. ")]
    [InlineData("\"We will \\\\ mend the pier,\" said Jane Porter. ")]
    [InlineData("Иван Петров приехал в Гомель. ")]
    [InlineData("«Мы починим причал», — сказал Иван Петров. ")]
    public void The_largest_article_stays_an_event_of_a_mebibyte_after_its_analysis(string sentence)
    {
        var repeats = (MaxContentBytes - 2_000) / JsonBytes(sentence);
        var content = Analyzed.Article("Pier", string.Concat(Enumerable.Repeat(sentence, repeats)));
        Assert.InRange(JsonBytes(content), MaxContentBytes * 9 / 10, MaxContentBytes);

        var analysis = Analyzed.Content(content);

        Assert.NotEmpty(analysis.Entities);
        Assert.InRange(JsonBytes(content) + JsonBytes(analysis), 0, MaxEventBytes - EnvelopeBytes);
    }

    [Fact]
    public void Tells_the_first_names_of_a_text_that_is_nothing_but_names()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 6_000; i++)
        {
            text.Append("Министр ").Append(Name(i)).Append(' ').Append(Name(i * 7)).Append("ов приехал. ");
        }

        var content = Analyzed.Article("Имена", text.ToString());
        var analysis = Analyzed.Content(content);

        Assert.InRange(JsonBytes(analysis), 0, MaxEventBytes - MaxContentBytes - EnvelopeBytes);
    }

    private static string Name(int i) => char.ToUpperInvariant((char)('а' + (i % 28))) + string.Concat(Enumerable.Range(1, 4).Select(place => (char)('а' + ((i / (place * place * place)) % 28))));

    private static int JsonBytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, JsonDefaults.Options).Length;
}
