using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ShowLimits;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.FetchSource;

public sealed class PageFetcherTests(MisbehavingSite site) : IClassFixture<MisbehavingSite>
{
    [Fact]
    public async Task Fetches_a_page_and_what_is_needed_to_ask_again()
    {
        var fetched = Assert.IsType<Fetched>(await FetchAsync("/page"));

        Assert.Equal("<p>Добрый день</p>", PageText.Decode(fetched.Body, fetched.ContentType));
        Assert.Equal(("W/\"v 1\"", "Fri, 22 Nov 2024 14:00:00 GMT"), (fetched.ETag, fetched.LastModified));
        Assert.Equal(site.At("/page"), fetched.FinalUri);
    }

    [Theory]
    [InlineData("W/\"v 1\"", null)]
    [InlineData(null, "Fri, 22 Nov 2024 14:00:00 GMT")]
    public async Task Asks_for_changes_only_when_validators_are_given(string? tag, string? modified)
    {
        Assert.IsType<NotModified>(await FetchAsync(new FetchRequest(site.At("/page"), tag, modified)));
    }

    [Fact]
    public async Task Takes_an_unasked_304_for_a_failure()
    {
        Assert.Equal(304, Assert.IsType<FetchFailed>(await FetchAsync("/always-304")).Status);
    }

    [Fact]
    public async Task Follows_ten_redirects_and_no_more()
    {
        var arrived = Assert.IsType<Fetched>(await FetchAsync("/hops/10"));
        var lost = Assert.IsType<FetchFailed>(await FetchAsync("/hops/11"));

        Assert.Equal(site.At("/hops/0"), arrived.FinalUri);
        Assert.Equal(FetchFailureReason.TooManyRedirects, lost.Reason);
    }

    [Fact]
    public async Task Ends_a_circle_of_redirects()
    {
        var before = site.Seen.Count(seen => seen.Path.StartsWith("/circle/", StringComparison.Ordinal));

        Assert.Equal(FetchFailureReason.TooManyRedirects, Assert.IsType<FetchFailed>(await FetchAsync("/circle/0")).Reason);

        Assert.Equal(before + 11, site.Seen.Count(seen => seen.Path.StartsWith("/circle/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/to?target=http://169.254.169.254/latest/meta-data", FetchFailureReason.AddressNotAllowed)]
    [InlineData("/to?target=http://[::ffff:10.0.0.1]/", FetchFailureReason.AddressNotAllowed)]
    [InlineData("/to?target=file:///etc/passwd", FetchFailureReason.Malformed)]
    [InlineData("/to?target=gopher://example.com/", FetchFailureReason.Malformed)]
    public async Task Checks_every_hop_of_a_redirect(string path, FetchFailureReason reason)
    {
        Assert.Equal(reason, Assert.IsType<FetchFailed>(await FetchAsync(path)).Reason);
    }

    [Fact]
    public async Task Follows_a_redirect_written_in_cyrillic()
    {
        var failed = Assert.IsType<FetchFailed>(await FetchAsync("/to?target=" + Uri.EscapeDataString("/новости/17")));

        Assert.Equal(404, failed.Status);
        Assert.Contains(site.Seen, seen => seen.Path == "/новости/17");
    }

    [Theory]
    [InlineData("/large")]
    [InlineData("/declared-large")]
    [InlineData("/bomb")]
    [InlineData("/headers")]
    public async Task Stops_reading_at_the_limit(string path)
    {
        var failed = Assert.IsType<FetchFailed>(await FetchAsync(path, new FetchingOptions { MaxBodyBytes = 1_000_000, AllowedNetworks = "127.0.0.1" }));

        Assert.Equal((FetchFailureReason.TooLarge, false), (failed.Reason, failed.Transient));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zlib")]
    [InlineData("bare-deflate")]
    [InlineData("twice")]
    [InlineData("charset")]
    public async Task Unpacks_a_body_however_it_is_packed(string how)
    {
        var fetched = Assert.IsType<Fetched>(await FetchAsync($"/packed/{how}"));

        Assert.Equal("<p>Добрый день</p>", PageText.Decode(fetched.Body, fetched.ContentType));
        Assert.Equal("gzip, br, deflate", site.Seen.Last().Headers["Accept-Encoding"]);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("over-and-over")]
    public async Task Refuses_a_packing_that_it_does_not_know(string how) =>
        Assert.Equal(FetchFailureReason.Malformed, Assert.IsType<FetchFailed>(await FetchAsync($"/packed/{how}")).Reason);

    [Fact]
    public async Task Stops_inflating_what_grows_beyond_all_measure_long_before_the_limit_of_bytes()
    {
        var failed = Assert.IsType<FetchFailed>(await FetchAsync("/packed/bomb"));

        Assert.Equal((FetchFailureReason.TooLarge, IngestionLimit.InflateRatio), (failed.Reason, failed.Limit));
        Assert.Contains("200 times", failed.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_moves_to_this_machine_between_two_look_ups_is_refused_at_the_second()
    {
        var names = new FixedNames().With("rebound.example", "203.0.113.7", "127.0.0.1");
        var options = new FetchingOptions { AllowedNetworks = "203.0.113.0/24", ConnectSeconds = 0.2, TotalSeconds = 1 };
        using var fetcher = new PageFetcher(options, TimeProvider.System, names, _ => { });
        var address = new UriBuilder(site.At("/page")) { Host = "rebound.example" }.Uri;

        var first = Assert.IsType<FetchFailed>(await fetcher.FetchAsync(new FetchRequest(address), TestContext.Current.CancellationToken));
        var second = Assert.IsType<FetchFailed>(await fetcher.FetchAsync(new FetchRequest(address), TestContext.Current.CancellationToken));

        Assert.NotEqual(FetchFailureReason.AddressNotAllowed, first.Reason);
        Assert.Equal(FetchFailureReason.AddressNotAllowed, second.Reason);
        Assert.Contains("127.0.0.1", second.Sentence, StringComparison.Ordinal);
        Assert.Equal(2, names.Asked.Count);
        Assert.DoesNotContain(site.Seen, seen => seen.Headers["Host"].StartsWith("rebound.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_to_a_name_of_this_machine_is_refused()
    {
        var names = new FixedNames().With("inside.example", "169.254.169.254");
        using var fetcher = new PageFetcher(Allowing, TimeProvider.System, names, _ => { });

        var failed = Assert.IsType<FetchFailed>(await fetcher.FetchAsync(new FetchRequest(site.At("/to?target=http://inside.example/latest/meta-data")), TestContext.Current.CancellationToken));

        Assert.Equal(FetchFailureReason.AddressNotAllowed, failed.Reason);
    }

    [Theory]
    [InlineData("/silent")]
    [InlineData("/drip")]
    public async Task Gives_up_on_a_site_that_does_not_finish(string path)
    {
        var options = new FetchingOptions { FirstByteSeconds = 0.3, TotalSeconds = 0.6, AllowedNetworks = "127.0.0.1" };

        var failed = Assert.IsType<FetchFailed>(await FetchAsync(path, options));

        Assert.Equal((FetchFailureReason.Timeout, true), (failed.Reason, failed.Transient));
    }

    [Fact]
    public async Task Lets_the_callers_own_cancellation_through()
    {
        using var fetcher = new PageFetcher(Allowing, TimeProvider.System);
        using var cancel = new CancellationTokenSource();
        var fetching = fetcher.FetchAsync(new FetchRequest(site.At("/silent")), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Theory]
    [InlineData("/cut")]
    [InlineData("/not-gzip")]
    public async Task Calls_a_broken_body_malformed(string path)
    {
        Assert.Equal(FetchFailureReason.Malformed, Assert.IsType<FetchFailed>(await FetchAsync(path)).Reason);
    }

    [Theory]
    [InlineData("/busy", 120)]
    [InlineData("/busy?after=Fri, 20 Nov 2026 12:05:00 GMT", 300)]
    [InlineData("/busy?after=Fri, 20 Nov 2020 12:05:00 GMT", 0)]
    public async Task Tells_how_long_a_busy_site_wants_to_be_left_alone(string path, int seconds)
    {
        using var fetcher = new PageFetcher(Allowing, new ManualClock());

        var failed = Assert.IsType<FetchFailed>(await fetcher.FetchAsync(new FetchRequest(site.At(path)), TestContext.Current.CancellationToken));

        Assert.Equal((429, true, TimeSpan.FromSeconds(seconds)), (failed.Status, failed.Transient, failed.RetryAfter));
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(410, false)]
    [InlineData(503, true)]
    public async Task Tells_lasting_failures_from_passing_ones(int status, bool transient)
    {
        var failed = Assert.IsType<FetchFailed>(await FetchAsync($"/status/{status}"));

        Assert.Equal((FetchFailureReason.HttpStatus, status, transient), (failed.Reason, failed.Status, failed.Transient));
        Assert.Contains($"status {status}", failed.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(307, 1)]
    [InlineData(308, 1)]
    [InlineData(301, 0)]
    [InlineData(302, 0)]
    [InlineData(303, 0)]
    public async Task A_form_is_sent_on_only_where_the_redirect_asks_for_the_same_request(int status, int arrivals)
    {
        var target = $"/form-{Guid.NewGuid():N}";
        var result = await FetchAsync(new FetchRequest(site.At($"/to-form?status={status}&target={target}")) { Form = [new("hub.mode", "subscribe"), new("hub.topic", "https://post.example/feed?a=1&b=2")] });

        Assert.Equal(arrivals, site.Forms.Count(form => form == (target, "hub.mode=subscribe&hub.topic=https%3A%2F%2Fpost.example%2Ffeed%3Fa%3D1%26b%3D2")));
        Assert.Equal(arrivals == 1, result is Fetched);
    }

    [Fact]
    public async Task Never_sends_a_cookie_back_and_always_says_who_it_is()
    {
        using var fetcher = new PageFetcher(Allowing, TimeProvider.System);
        await fetcher.FetchAsync(new FetchRequest(site.At("/cookie")), TestContext.Current.CancellationToken);
        await fetcher.FetchAsync(new FetchRequest(site.At("/cookie")), TestContext.Current.CancellationToken);

        var headers = site.Seen.Last(seen => seen.Path == "/cookie").Headers;
        Assert.False(headers.ContainsKey("Cookie"));
        Assert.StartsWith("NewsPlatform/", headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_loopback_unless_the_configuration_allows_it()
    {
        var failed = Assert.IsType<FetchFailed>(await FetchAsync("/page", new FetchingOptions()));

        Assert.Equal(FetchFailureReason.AddressNotAllowed, failed.Reason);
        Assert.Contains("Fetching:AllowedNetworks", failed.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_names_under_localhost_for_this_machine()
    {
        var local = new UriBuilder(site.At("/page")) { Host = "kurier.localhost" }.Uri;

        Assert.IsType<Fetched>(await FetchAsync(new FetchRequest(local)));
    }

    [Fact]
    public async Task Says_when_nobody_listens()
    {
        var failed = Assert.IsType<FetchFailed>(await FetchAsync(new FetchRequest(new Uri($"http://127.0.0.1:{FreePort.Next()}/"))));

        Assert.Equal((FetchFailureReason.Refused, true), (failed.Reason, failed.Transient));
    }

    [Fact]
    public async Task Says_when_the_other_side_speaks_no_tls()
    {
        var secure = new UriBuilder(site.At("/page")) { Scheme = "https" }.Uri;

        Assert.Equal(FetchFailureReason.Tls, Assert.IsType<FetchFailed>(await FetchAsync(new FetchRequest(secure))).Reason);
    }

    [Theory]
    [InlineData("ftp://example.com/")]
    [InlineData("mailto:desk@example.com")]
    public async Task Asks_only_for_web_addresses(string address)
    {
        Assert.Equal(FetchFailureReason.Malformed, Assert.IsType<FetchFailed>(await FetchAsync(new FetchRequest(new Uri(address)))).Reason);
    }

    [Fact]
    public async Task Refuses_an_address_over_the_limit_of_characters()
    {
        var failed = Assert.IsType<FetchFailed>(await FetchAsync("/page?" + new string('q', 3000)));

        Assert.Contains("2048", failed.Sentence, StringComparison.Ordinal);
    }

    private static FetchingOptions Allowing => new() { AllowedNetworks = "127.0.0.0/8" };

    private Task<FetchResult> FetchAsync(string path, FetchingOptions? options = null) => FetchAsync(new FetchRequest(site.At(path)), options);

    private static async Task<FetchResult> FetchAsync(FetchRequest request, FetchingOptions? options = null)
    {
        using var fetcher = new PageFetcher(options ?? Allowing, TimeProvider.System);
        return await fetcher.FetchAsync(request, TestContext.Current.CancellationToken);
    }
}
