using System.Net;
using System.Net.Http.Json;
using NewsPlatform.Standalone;
using NewsPlatform.Standalone.ServeEdition;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Telemetry;

/// <summary>One article is one trace through the four processes, whatever lies between its intake and its publication.</summary>
public sealed class TraceTests : IAsyncLifetime
{
    private static readonly string[] Services = ["newsplatform-ingestion", "newsplatform-enrichment", "newsplatform-publishing"];

    private readonly TempFolder _folder = new();
    private RabbitMqServer? _broker;
    private OtlpReceiver? _collector;
    private DistributedRun? _run;

    public async ValueTask InitializeAsync()
    {
        _broker = await RabbitMqServer.StartOrSkipAsync();
        _collector = await OtlpReceiver.StartAsync();
        _run = await DistributedRun.StartAsync(_folder.Path, _broker.Uri, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage__Path"] = _folder.Path,
            ["Telemetry__Otlp__Endpoint"] = _collector.Address,
            ["Telemetry__Otlp__Protocol"] = "HttpProtobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "250",
        });
    }

    [Fact]
    public async Task A_pushed_article_is_one_trace_from_the_gateway_to_the_end_of_its_journey()
    {
        var (traceId, clientSpan) = ("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7");

        await PushAsync("The harbour bridge opens on Monday", traceId, clientSpan);

        var trace = await TraceBecomesCompleteAsync(traceId);
        Assert.Equal(Services.Prepend("newsplatform-gateway").Order(StringComparer.Ordinal), trace.Select(span => span.Service).Distinct().Order(StringComparer.Ordinal));
        AssertOneTree(trace, rootParent: clientSpan);
        AssertChain(trace, ["accept", "dispatch"]);
        AssertDescends(trace, "dispatch", "analyze", "assign", "publish-article", "commit publish-article", "close");
        Assert.Single(trace.Where(span => span.Tags.ContainsKey("ArticleId")).Select(span => span.Tags["ArticleId"]).Distinct());
        Assert.DoesNotContain(_collector!.Spans, span => span.Tags.Values.Any(value => value.Contains("/health/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Articles_of_a_feed_stand_in_the_trace_of_the_poll_that_found_them()
    {
        using var siteFolder = DataFolder.Open(_folder.File("site"));
        await using var site = await EditionSite.StartAsync(siteFolder, default);
        var publisher = site.Edition.Publishers[0];
        var source = new { name = publisher.Name, kind = publisher.Lists[0].Kind, url = site.UrlOf(publisher.Lists[0].Url), language = publisher.Language };

        Assert.Equal(HttpStatusCode.Created, (await _run!.Api.SendAsync(HttpMethod.Post, "api/v1/sources", JsonContent.Create(source))).Status);

        var first = await Eventually.BecomesAsync(() => Task.FromResult(_collector!.Spans.FirstOrDefault(span => span.Name == "end-journey")), span => span is not null, TimeSpan.FromSeconds(90), "an article's end");
        var pages = () => _collector!.Spans.Where(span => span.TraceId == first!.TraceId).ToList();
        var trace = await Eventually.BecomesAsync(
            () => Task.FromResult(pages()),
            spans => spans.Any(span => span.Name == "poll") && spans.Count(span => span.Name == "end-journey") >= spans.Count(span => span.Name == "accept" && span.Tags["Outcome"] == "Added") && IsConnected(spans),
            TimeSpan.FromSeconds(90),
            "the whole trace of the poll");

        AssertOneTree(trace, rootParent: "");
        Assert.Equal("poll", trace.Single(span => span.ParentId.Length == 0).Name);
        Assert.Equal(Services.Order(StringComparer.Ordinal), trace.Select(span => span.Service).Distinct().Order(StringComparer.Ordinal));
        AssertChain(trace, ["poll", "fetch-page", "extract"]);
        AssertChain(trace, ["fetch-page", "accept", "dispatch"]);
        AssertDescends(trace, "dispatch", "analyze", "assign", "publish-article");
    }

    [Fact]
    public async Task An_article_that_is_sent_after_a_restart_stays_in_its_trace()
    {
        Assert.SkipUnless(_broker!.IsPrivate, "The broker is not this test's own to stop.");
        var (traceId, clientSpan) = ("5bf92f3577b34da6a3ce929d0e0e4737", "10f067aa0ba902b7");

        // In order: killed so soon after its queues were declared, it may come back with a queue that has no leader, which an operator has to delete.
        await _broker.StopAsync();
        await PushAsync("The ferry sails again in spring", traceId, clientSpan);

        // A killed process takes along what it has not exported yet: all that lies above the intake must be here before.
        await TraceBecomesAsync(traceId, spans => spans.Any(span => span.Name == "accept") && UnknownParents(spans) is [var root] && root == clientSpan, "the trace of the intake");
        await _run!.KillAndStartAsync("ingestion");
        await _broker.StartAsync();

        var trace = await TraceBecomesCompleteAsync(traceId);
        AssertOneTree(trace, rootParent: clientSpan);
        AssertDescends(trace, "accept", "dispatch", "analyze", "assign", "publish-article");
    }

    public async ValueTask DisposeAsync()
    {
        if (_run is not null)
        {
            await _run.DisposeAsync();
        }

        if (_collector is not null)
        {
            await _collector.DisposeAsync();
        }

        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task PushAsync(string title, string traceId, string spanId)
    {
        using var body = JsonContent.Create(new { title, text = string.Concat(Enumerable.Repeat($"{title}. The mayor of Port Ellery said so at noon. ", 12)) });
        body.Headers.TryAddWithoutValidation("traceparent", $"00-{traceId}-{spanId}-01");

        Assert.Equal(HttpStatusCode.Accepted, (await _run!.Api.SendAsync(HttpMethod.Post, "api/v1/articles?source=Desk", body)).Status);
    }

    private Task<List<ExportedSpan>> TraceBecomesCompleteAsync(string traceId) =>
        TraceBecomesAsync(traceId, spans => spans.Any(span => span.Name == "end-journey") && spans.Any(span => span.Name == "close") && IsConnected(spans), "the whole trace");

    private Task<List<ExportedSpan>> TraceBecomesAsync(string traceId, Func<List<ExportedSpan>, bool> satisfied, string what) => Eventually.BecomesAsync(
        () => Task.FromResult(_collector!.Spans.Where(span => span.TraceId == traceId).ToList()),
        satisfied,
        TimeSpan.FromSeconds(240),
        what);

    // Processes export on their own: a child may be here before its parent. One parent, the root's, may be elsewhere.
    private static bool IsConnected(List<ExportedSpan> spans) => UnknownParents(spans).Count == 1;

    private static List<string> UnknownParents(List<ExportedSpan> spans)
    {
        var known = spans.Select(span => span.SpanId).ToHashSet(StringComparer.Ordinal);
        return [.. spans.Where(span => !known.Contains(span.ParentId)).Select(span => span.ParentId)];
    }

    private static void AssertOneTree(List<ExportedSpan> trace, string rootParent)
    {
        var known = trace.Select(span => span.SpanId).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(trace.Count, known.Count);
        Assert.Equal(rootParent, Assert.Single(trace, span => !known.Contains(span.ParentId)).ParentId);
    }

    private static void AssertChain(List<ExportedSpan> trace, string[] names)
    {
        for (var i = 1; i < names.Length; i++)
        {
            var parents = trace.Where(span => span.Name == names[i - 1]).Select(span => span.SpanId).ToHashSet(StringComparer.Ordinal);
            Assert.All(trace.Where(span => span.Name == names[i]), span => Assert.Contains(span.ParentId, parents));
        }
    }

    private static void AssertDescends(List<ExportedSpan> trace, params string[] names)
    {
        var byId = trace.ToDictionary(span => span.SpanId, StringComparer.Ordinal);
        for (var i = 1; i < names.Length; i++)
        {
            Assert.All(trace.Where(span => span.Name == names[i]), span => Assert.Contains(names[i - 1], Ancestors(span)));
            Assert.Contains(trace, span => span.Name == names[i]);
        }

        IEnumerable<string> Ancestors(ExportedSpan span)
        {
            for (var at = byId.GetValueOrDefault(span.ParentId); at is not null; at = byId.GetValueOrDefault(at.ParentId))
            {
                yield return at.Name;
            }
        }
    }
}
