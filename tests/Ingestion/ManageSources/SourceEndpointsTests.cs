using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsPlatform.Ingestion.Tests.ManageSources;

public sealed class SourceEndpointsTests : IAsyncLifetime
{
    private IngestionHarness _service = null!;

    [Fact]
    public async Task A_source_is_added_shown_changed_and_removed()
    {
        var added = await AddAsync("Кур'єр", "https://kurier.example/feed");
        var changed = await _service.Client.PutAsJsonAsync("/api/v1/sources/kur-yer", Input("Кур'єр Плюс", "https://kurier.example/new") with { Kind = "sitemap", IntervalMinutes = 60 });
        var shown = await _service.GetAsync("/api/v1/sources/kur-yer");
        var removed = await _service.Client.DeleteAsync("/api/v1/sources/kur-yer");
        var gone = await _service.Client.GetAsync("/api/v1/sources/kur-yer");

        Assert.Equal((HttpStatusCode.Created, "/api/v1/sources/kur-yer"), (added.StatusCode, added.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(("Кур'єр Плюс", "sitemap", "https://kurier.example/new", 60), (Text(shown, "name"), Text(shown, "kind"), Text(shown, "url"), shown.GetProperty("intervalMinutes").GetInt32()));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (removed.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task The_same_address_twice_is_a_conflict_that_names_the_other_source()
    {
        await AddAsync("Lindmoor Post", "https://post.example/feed");
        await AddAsync("Kurier", "https://kurier.example/feed");

        var added = await AddAsync("Another", "https://POST.example/feed/");
        var moved = await _service.Client.PutAsJsonAsync("/api/v1/sources/kurier", Input("Kurier", "https://post.example/feed"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (added.StatusCode, moved.StatusCode));
        Assert.Contains("'lindmoor-post' (Lindmoor Post)", await added.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("'lindmoor-post' (Lindmoor Post)", await moved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_lists_of_one_publisher_get_ids_of_their_own()
    {
        await AddAsync("Lindmoor Post", "https://post.example/feed");
        await AddAsync("Lindmoor Post", "https://post.example/sitemap.xml");

        var first = await _service.GetAsync("/api/v1/sources?limit=1");
        var second = await _service.GetAsync($"/api/v1/sources?limit=1&cursor={Text(first, "next")}");

        Assert.Equal("lindmoor-post", Text(first.GetProperty("items")[0], "id"));
        Assert.Equal("lindmoor-post-2", Text(second.GetProperty("items")[0], "id"));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("A", "atom", "https://a.example/", 15, "kind is 'atom'")]
    [InlineData("A", "feed", "not a url", 15, "url is 'not a url'")]
    [InlineData("A", "feed", "file:///etc/passwd", 15, "url is 'file:///etc/passwd'")]
    [InlineData("A", "feed", "https://a.example/", 0, "intervalMinutes is 0")]
    [InlineData("A", "feed", "https://a.example/", 1441, "intervalMinutes is 1441")]
    public async Task Refuses_a_wrong_description_with_the_member_its_value_and_the_fix(string name, string kind, string url, int interval, string sentence)
    {
        var response = await _service.Client.PostAsJsonAsync("/api/v1/sources", new SourceBody(name, kind, url, interval));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(sentence, Text(await response.Content.ReadFromJsonAsync<JsonElement>(), "detail"), StringComparison.Ordinal);
        Assert.Empty((await _service.GetAsync("/api/v1/sources")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Answers_unknown_sources_bad_limits_and_malformed_bodies_with_problem_details()
    {
        var unknown = await _service.Client.PostAsync("/api/v1/sources/none/poll", null);
        var badLimit = await _service.Client.GetAsync("/api/v1/sources?limit=1000");
        var badCursor = await _service.Client.GetAsync("/api/v1/sources?cursor=%21");
        var malformed = await _service.Client.PostAsync("/api/v1/sources", new StringContent("{", System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.All([badLimit, badCursor, malformed], response => Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode));
        Assert.All([unknown, badLimit, badCursor, malformed], response => Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType));
    }

    // The addresses are invented: their fetches fail fast.
    public async ValueTask InitializeAsync() => _service = await IngestionHarness.StartAsync(("Fetching:TotalSeconds", "0.05"));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private Task<HttpResponseMessage> AddAsync(string name, string url) => _service.Client.PostAsJsonAsync("/api/v1/sources", Input(name, url));

    private static SourceBody Input(string name, string url) => new(name, "feed", url, 15);

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString() ?? string.Empty;

    private sealed record SourceBody(string Name, string Kind, string Url, int IntervalMinutes);
}
