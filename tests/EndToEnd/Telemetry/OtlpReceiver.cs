using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsPlatform.EndToEnd.Tests.Telemetry;

/// <summary>A span as it was exported.</summary>
/// <param name="Service">The process's <c>service.name</c>.</param>
/// <param name="TraceId">32 hex digits.</param>
/// <param name="SpanId">16 hex digits.</param>
/// <param name="ParentId">16 hex digits; empty for the root.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tags">Its texts by key.</param>
internal sealed record ExportedSpan(string Service, string TraceId, string SpanId, string ParentId, string Name, IReadOnlyDictionary<string, string> Tags);

/// <summary>A collector: takes OTLP over HTTP (protobuf) and keeps the spans and the bodies of the logs.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ExportedSpan> _spans = [];

    private OtlpReceiver(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public IReadOnlyList<ExportedSpan> Spans => [.. _spans];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.MapPost("/v1/traces", receiver.TakeSpansAsync);
        receiver._app.MapPost("/v1/metrics", () => TypedResults.Bytes([], "application/x-protobuf"));
        receiver._app.MapPost("/v1/logs", () => TypedResults.Bytes([], "application/x-protobuf"));
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // The numbers are those of opentelemetry/proto/trace/v1/trace.proto.
    private async Task<IResult> TakeSpansAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        foreach (var process in new ProtobufReader(body.ToArray()).Messages(1))
        {
            var service = process.Messages(1).SelectMany(TagsIn(1)).First(tag => tag.Key == "service.name").Value;
            foreach (var span in process.Messages(2).SelectMany(scope => scope.Messages(2)))
            {
                var tags = TagsIn(9)(span).ToDictionary(StringComparer.Ordinal);
                _spans.Enqueue(new ExportedSpan(service, span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), tags));
            }
        }

        return TypedResults.Bytes([], "application/x-protobuf");
    }

    private static Func<ProtobufReader, IEnumerable<KeyValuePair<string, string>>> TagsIn(int field) =>
        owner => owner.Messages(field).Select(tag => KeyValuePair.Create(tag.Text(1), tag.Messages(2).First().Text(1)));
}
