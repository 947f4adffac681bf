using System.Net;
using System.Text;
using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.AcceptArticle;

/// <summary>Items of IPTC's ninjs; the news in them is invented.</summary>
public sealed class NinjsTests : IAsyncLifetime
{
    private const string Version1 = """
        {"uri":"urn:newsml:orm.example:2026:77","type":"text","pubstatus":"usable","urgency":3,"versioncreated":"2026-11-20T11:00:00Z","firstcreated":"2026-11-20T10:00:00Z",
         "language":"en","byline":"By Ada Holm","headline":"Ice closes the northern quay","description_text":"Ferries leave from the south.","subject":[{"code":"a","name":"Transport"}],
         "body_html":"<p>Thick ice has closed the northern quay of Lindmoor, the harbour master said on Friday.</p><p>Ferries leave from the southern quay until it breaks up.</p>",
         "associations":{"featuremedia":{"type":"picture","renditions":{"small":{"href":"https://orm.example/s.jpg","width":100},"large":{"href":"https://orm.example/l.jpg","width":1600}}},"sound":{"type":"audio","renditions":{"main":{"href":"https://orm.example/ice.mp3","mimetype":"audio/mpeg","sizeinbytes":4096,"duration":61.5}}}},
         "place":[{"name":"Lindmoor","geometry_geojson":{"type":"Point","coordinates":[30.73,46.48]}}],
         "provider":"Orm Agency","someextension":{"a":1}}
        """;

    private const string Version2 = """
        {"uri":"urn:newsml:orm.example:2026:77","standard":{"name":"ninjs","version":"2.1"},"type":"text","versioncreated":"2026-11-20T12:00:00Z","language":"en",
         "headlines":[{"role":"short","value":"Ice"},{"role":"main","value":"Ice closes two quays"}],"descriptions":[{"role":"summary","value":"No ferry leaves."}],
         "bylines":[{"byline":"Ada Holm"}],"infosources":[{"name":"Orm Agency"}],"subjects":[{"name":"Transport"}],"places":[{"name":"Lindmoor","geojson":{"type":"Point","coordinates":[230.73,46.48]}}],
         "bodies":[{"role":"main","contenttype":"text/plain","value":"Thick ice has closed both quays of Lindmoor, the harbour master said on Friday evening.\n\nNo ferry leaves."}]}
        """;

    // Since 3.0 names are capitalised within.
    private const string Version3 = """
        {"uri":"urn:newsml:orm.example:2026:78","standard":{"name":"ninjs","version":"3.1"},"type":"text","pubStatus":"usable","title":"ICE-2","firstCreated":"2026-11-20T10:00:00Z","versionCreated":"2026-11-20T12:00:00Z",
         "contentCreated":"2026-11-20T09:30:00Z","embargoedUntil":"2036-11-20T18:00:00Z","language":"en","by":"Ada Holm","headlines":[{"role":"main","value":"Ice closes all quays"}],
         "infoSources":[{"name":"Orm Agency"}],"subjects":[{"name":"Transport"}],"places":[{"name":"Lindmoor","geoJSON":{"type":"Point","coordinates":[30.73,46.48]}}],
         "associations":[{"type":"picture","uri":"urn:orm:p1","renditions":[{"name":"web","href":"https://orm.example/w.jpg","contentType":"image/jpeg"}]},{"type":"audio","uri":"urn:orm:a1","renditions":[{"name":"main","href":"https://orm.example/ice.mp3","contentType":"audio/mpeg","sizeInBytes":4096}]}],
         "bodies":[{"role":"plain","contentType":"text/plain","value":"Not this one."},{"role":"main","contentType":"text/html","value":"<p>Thick ice has closed all quays of Lindmoor, the harbour master said on Friday evening.</p>"}]}
        """;

    private IngestionHarness _service = null!;

    [Fact]
    public async Task An_agencys_item_is_taken_with_all_that_it_says_and_its_next_version_is_a_revision()
    {
        var first = await PostAsync(Version1, "application/json");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);
        var second = await PostAsync(Version2, "application/ninjs+json");
        await _service.PipelineBecomesAsync(_ => _service.Downstream.Held.Values.Single().Revision == 2);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, second.StatusCode));
        var sent = _service.Downstream.Delivered.OrderBy(message => message.Revision).Select(message => message.Content).ToArray();
        Assert.Equal(("Ice closes the northern quay", "Ferries leave from the south.", "Transport", "en"), (sent[0].Title, sent[0].Description, sent[0].Section, sent[0].LanguageHint));
        Assert.Equal(("Orm Agency", "orm-agency", "https://orm.example/l.jpg"), (sent[0].Source.Name, sent[0].Source.Id, sent[0].Image));
        Assert.Equal(["Ada Holm"], sent[0].Authors);
        Assert.Equal((new ArticlePlace("Lindmoor", 46.48, 30.73), new ArticlePlace("Lindmoor")), (sent[0].Place, sent[1].Place));
        Assert.Equal(new ArticleRecording("https://orm.example/ice.mp3", "audio/mpeg", 4_096, 61.5), sent[0].Recording);
        Assert.Equal((new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 20, 11, 0, 0, TimeSpan.Zero)), (sent[0].PublishedAt, sent[0].ModifiedAt));
        Assert.Equal(2, sent[0].Body.Count);
        Assert.Equal(("Ice closes two quays", "No ferry leaves."), (sent[1].Title, sent[1].Description));
        Assert.EndsWith("No ferry leaves.", sent[1].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_of_the_newest_version_is_read_by_its_names_and_waits_for_its_minute()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(Version3, "application/json")).StatusCode);

        await _service.PipelineBecomesAsync(pipeline => pipeline.Accepted == 1);
        var content = (await Eventually.BecomesAsync(() => Task.FromResult(_service.Downstream.Delivered.FirstOrDefault()), message => message is not null))!.Content;
        Assert.Equal(new DateTimeOffset(2036, 11, 20, 18, 0, 0, TimeSpan.Zero), content.EmbargoedUntil);
        Assert.Equal(("Ice closes all quays", "Orm Agency", "Transport", "https://orm.example/w.jpg"), (content.Title, content.Source.Name, content.Section, content.Image));
        Assert.Equal((new ArticlePlace("Lindmoor", 46.48, 30.73), 4_096), (content.Place, content.Recording?.Bytes));
        Assert.Equal((new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero)), (content.PublishedAt, content.ModifiedAt));
        Assert.Equal(["Ada Holm"], content.Authors);
        Assert.StartsWith("Thick ice", content.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"pubstatus\":\"usable\"", "\"pubStatus\":\"canceled\"", "pubstatus is 'canceled'")]
    [InlineData("\"pubstatus\":\"usable\"", "\"pubstatus\":\"canceled\"", "pubstatus is 'canceled'")]
    [InlineData("\"type\":\"text\"", "\"type\":\"video\"", "type is 'video'")]
    [InlineData("\"body_html\"", "\"body_other\"", "has no body")]
    [InlineData("\"headline\":\"Ice closes the northern quay\"", "\"headline\":7", "headline")]
    public async Task Refuses_an_item_that_is_no_article_with_the_reason(string part, string instead, string reason)
    {
        var response = await PostAsync(Version1.Replace(part, instead, StringComparison.Ordinal), "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(reason, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => _service = await IngestionHarness.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private Task<HttpResponseMessage> PostAsync(string item, string mediaType) =>
        _service.Client.PostAsync("/api/v1/articles", new StringContent(item, Encoding.UTF8, mediaType));
}
