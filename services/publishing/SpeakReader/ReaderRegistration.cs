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
        .AddSingleton<ReaderWrites>()
        .AddSingleton<ReaderFolders>()
        .AddSingleton<ReaderExchange>()
        .AddSingleton<ReaderPreferences>();

    /// <summary>
    /// <c>/reader/api/0/…</c>, <c>/reader/atom/…</c>: the part of the Google Reader API that reading apps use (a de-facto standard; the service itself ended in 2013).
    /// What only reads takes GET and POST, for apps differ; the gateway checks the key and answers <c>ClientLogin</c>.
    /// </summary>
    public static void MapReader(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/reader").ExcludeFromDescription();
        Read(api, "/atom/{**stream}", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.AtomAsync(call, ct));
        Read(api, "/api/0/token", (ReaderReads _, ReaderCall call, CancellationToken _) => Task.FromResult(ReaderReads.Token(call)));
        Read(api, "/api/0/user-info", (ReaderReads _, ReaderCall call, CancellationToken _) => Task.FromResult(ReaderReads.UserInfo(call)));
        Read(api, "/api/0/friend/list", (ReaderReads _, ReaderCall call, CancellationToken _) => Task.FromResult(ReaderReads.Friends(call)));
        Read(api, "/api/0/subscription/list", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.SubscriptionsAsync(call, ct));
        Read(api, "/api/0/subscription/export", (ReaderExchange exchange, ReaderCall call, CancellationToken ct) => exchange.ExportAsync(call, ct));
        Read(api, "/api/0/tag/list", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.TagsAsync(call, ct));
        Read(api, "/api/0/unread-count", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.UnreadAsync(call, ct));
        Read(api, "/api/0/stream/items/ids", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.IdsAsync(call, ct));
        Read(api, "/api/0/stream/items/contents", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.NamedAsync(call, ct));
        Read(api, "/api/0/stream/contents/{**stream}", (ReaderReads reads, ReaderCall call, CancellationToken ct) => reads.ContentsAsync(call, ct));
        Read(api, "/api/0/preference/list", (ReaderPreferences preferences, ReaderCall call, CancellationToken ct) => preferences.ListAsync(call, ct));
        Read(api, "/api/0/preference/stream/list", (ReaderPreferences preferences, ReaderCall call, CancellationToken ct) => preferences.ListOfStreamsAsync(call, ct));
        Write(api, "/api/0/preference/set", (ReaderPreferences preferences, ReaderCall call, CancellationToken ct) => preferences.SetAsync(call, ct));
        Write(api, "/api/0/preference/stream/set", (ReaderPreferences preferences, ReaderCall call, CancellationToken ct) => preferences.SetOfStreamAsync(call, ct));
        Write(api, "/api/0/subscription/edit", (ReaderWrites writes, ReaderCall call, CancellationToken ct) => writes.EditAsync(call, ct));
        Write(api, "/api/0/subscription/quickadd", (ReaderWrites writes, ReaderCall call, CancellationToken ct) => writes.QuickAddAsync(call, ct));
        Write(api, "/api/0/subscription/import", (ReaderExchange exchange, ReaderCall call, CancellationToken ct) => exchange.ImportAsync(call, ct));
        Write(api, "/api/0/rename-tag", (ReaderFolders folders, ReaderCall call, CancellationToken ct) => folders.RenameAsync(call, ct));
        Write(api, "/api/0/disable-tag", (ReaderFolders folders, ReaderCall call, CancellationToken ct) => folders.RemoveAsync(call, ct));
        Write(api, "/api/0/edit-tag", (ReaderWrites writes, ReaderCall call, CancellationToken ct) => writes.EditTagAsync(call, ct));
        Write(api, "/api/0/mark-all-as-read", (ReaderWrites writes, ReaderCall call, CancellationToken ct) => writes.MarkAllAsync(call, ct));
    }

    private static void Read<TService>(IEndpointRouteBuilder api, string path, Func<TService, ReaderCall, CancellationToken, Task<IResult>> answer) where TService : class =>
        Map(api, path, [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], answer);

    private static void Write<TService>(IEndpointRouteBuilder api, string path, Func<TService, ReaderCall, CancellationToken, Task<IResult>> answer) where TService : class =>
        Map(api, path, [HttpMethods.Post], answer);

    private static void Map<TService>(IEndpointRouteBuilder api, string path, string[] methods, Func<TService, ReaderCall, CancellationToken, Task<IResult>> answer) where TService : class =>
        api.MapMethods(path, methods, async (HttpContext context, CancellationToken ct) =>
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
