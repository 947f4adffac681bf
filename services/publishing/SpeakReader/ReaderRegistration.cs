using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Publishing.SpeakReader;

internal static class ReaderRegistration
{
    /// <summary>Adds what answers in the dialect of Google Reader.</summary>
    public static IServiceCollection AddReader(this IServiceCollection services) => services
        .AddSingleton<ReaderProfiles>()
        .AddSingleton<ReaderStreams>()
        .AddSingleton<ReaderItems>()
        .AddSingleton<ReaderMarking>()
        .AddSingleton<ReaderReads>()
        .AddSingleton<ReaderWrites>();

    /// <summary>
    /// <c>/reader/api/0/…</c>: the part of the Google Reader API that reading apps use (a de-facto standard; the service itself ended in 2013). Every
    /// operation takes GET and POST, for apps differ; the gateway checks the key and answers <c>ClientLogin</c>.
    /// </summary>
    public static void MapReader(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/reader/api/0").ExcludeFromDescription();
        Map(api, "/token", (ReaderReads _, ReaderCall call, CancellationToken _) => Task.FromResult(ReaderReads.Token(call)));
        Map(api, "/user-info", (ReaderReads _, ReaderCall call, CancellationToken _) => Task.FromResult(ReaderReads.UserInfo(call)));
        Map(api, "/subscription/list", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.SubscriptionsAsync(call, ct));
        Map(api, "/tag/list", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.TagsAsync(call, ct));
        Map(api, "/unread-count", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.UnreadAsync(call, ct));
        Map(api, "/stream/items/ids", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.IdsAsync(call, ct));
        Map(api, "/stream/items/contents", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.NamedAsync(call, ct));
        Map(api, "/stream/contents/{**stream}", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.ContentsAsync(call, ct));
        Map(api, "/subscription/edit", (ReaderWrites writes, ReaderCall call, CancellationToken ct) => writes.EditAsync(call, ct));
        Map(api, "/subscription/quickadd", (ReaderWrites writes, ReaderCall call, CancellationToken ct) => writes.QuickAddAsync(call, ct));
        Map(api, "/edit-tag", (ReaderWrites writes, ReaderCall call, CancellationToken ct) => writes.EditTagAsync(call, ct));
        Map(api, "/mark-all-as-read", (ReaderWrites writes, ReaderCall call, CancellationToken ct) => writes.MarkAllAsync(call, ct));
    }

    private static void Map<TService>(IEndpointRouteBuilder api, string path, Func<TService, ReaderCall, CancellationToken, Task<IResult>> answer) where TService : class =>
        api.MapMethods(path, typeof(TService) == typeof(ReaderWrites) ? [HttpMethods.Post] : [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], async (HttpContext context, CancellationToken ct) =>
        {
            // The gateway lets nobody through without a key.
            if (Caller.Of(context.Request).Name is not { } reader)
            {
                return Results.Text("Unauthorized\n", statusCode: StatusCodes.Status401Unauthorized);
            }

            return await ReaderParameters.TryReadAsync(context.Request, ct) is { } parameters
                ? await answer(context.RequestServices.GetRequiredService<TService>(), new ReaderCall(reader, parameters, context.Request), ct)
                : ReaderCall.Refused("The form cannot be read, or is larger than 256 kB.");
        });
}

/// <summary>A request of a reading app.</summary>
/// <param name="Reader">The name of its key.</param>
/// <param name="Parameters">Of query and form.</param>
/// <param name="Request">As it came.</param>
internal sealed record ReaderCall(string Reader, ReaderParameters Parameters, HttpRequest Request)
{
    /// <summary>The dialect has no form for errors: apps show the text.</summary>
    public static IResult Refused(string problem) => Results.Text(problem + "\n", statusCode: StatusCodes.Status400BadRequest);

    /// <summary>What every write answers that was done.</summary>
    public static IResult Done(string? problem) => problem is null ? Results.Text("OK") : Refused(problem);
}
