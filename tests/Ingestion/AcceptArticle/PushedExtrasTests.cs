using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.Tests.AcceptArticle;

/// <summary>Comments, place and recording of a push.</summary>
public sealed class PushedExtrasTests
{
    [Fact]
    public void A_push_names_comments_place_and_recording()
    {
        var extras = Read("""
            {"comments":{"url":"https://news.example/pier#talk","count":17},"place":{"name":" Lindmoor ","latitude":46.48,"longitude":-30.73},
             "recording":{"url":"https://news.example/pier.mp3","type":"audio/mpeg","bytes":12345678901,"durationSeconds":61.5,"transcriptUrl":"https://news.example/pier.vtt"}}
            """);

        Assert.Equal(
            new ArticleExtras(
                new ArticleComments("https://news.example/pier#talk", 17),
                new ArticlePlace("Lindmoor", 46.48, -30.73),
                new ArticleRecording("https://news.example/pier.mp3", "audio/mpeg", 12_345_678_901, 61.5, "https://news.example/pier.vtt")),
            extras);
        Assert.Null(Read("""{"title":"Pier","place":{},"comments":null}"""));
    }

    [Theory]
    [InlineData("""{"comments":{"count":-1}}""", "comments.count")]
    [InlineData("""{"comments":"many"}""", "\"comments\" must be an object")]
    [InlineData("""{"place":{"name":"Lindmoor","latitude":46.48}}""", "place.longitude")]
    [InlineData("""{"place":{"latitude":46.48,"longitude":230}}""", "-180 to 180")]
    [InlineData("""{"recording":{"url":"https://news.example/pier.pdf","type":"application/pdf"}}""", "audio/ or video/")]
    [InlineData("""{"recording":{"type":"audio/mpeg"}}""", "\"url\"")]
    [InlineData("""{"recording":{"url":"https://news.example/a.mp3","type":"audio/mpeg","durationSeconds":0}}""", "durationSeconds")]
    [InlineData("""{"recording":{"url":"https://news.example/a.mp3","type":"audio/mpeg","bytes":1e300}}""", "recording.bytes")]
    public void What_makes_no_sense_is_refused_by_name(string push, string reason) =>
        Assert.Contains(reason, Assert.Throws<UnreadableArticleException>(() => Read(push)).Message, StringComparison.Ordinal);

    private static ArticleExtras? Read(string push)
    {
        using var document = JsonDocument.Parse(push);
        return PushedExtras.Read(document.RootElement);
    }
}
