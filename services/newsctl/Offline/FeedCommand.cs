using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Lines;
using NewsPlatform.Newsctl.Output;

namespace NewsPlatform.Newsctl.Offline;

/// <summary><c>newsctl feed</c>: a feed as ingestion reads it.</summary>
internal static class FeedCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description = "A feed: a file, or - for standard input.",
        DefaultValueFactory = _ => InputFile.StandardInput,
    };

    private static readonly Option<bool> Lines = new("--jsonl") { Description = "Read and write one line of JSON a feed." };
    private static readonly Option<string?> Url = new("--url") { Description = "Where the feed was found; relative links count from it.", HelpName = "URL" };

    public static Command Create(CommandFactory factory) => factory.Command(
        "feed",
        """Read a feed (RSS, Atom, JSON Feed). With --jsonl: lines {"id","body" (base64),"contentType"?,"url"?} become lines {"id","format","title","link","language","items",…}.""",
        [File, Lines, Url],
        RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        if (run.Get(Lines))
        {
            await using var stream = InputFile.Open(run.Around, run.Need(File));
            return await new LineProcessor<FeedLine, ParsedFeed>(Read, (line, feed) => FeedResult.Of(line.Id, feed)).RunAsync(run.Around, stream, ct);
        }

        var body = await InputFile.ReadAsync(run.Around, run.Need(File), ct);
        Show(run, Read(body, contentType: null, WebAddress.Of(run.Get(Url), "--url"), message => new CommandFailedException(message)));
        return ExitCodes.Ok;
    }

    private static void Show(CommandRun run, ParsedFeed feed)
    {
        if (run.Json)
        {
            run.Screen.Json(FeedResult.Of(default, feed));
            return;
        }

        run.Screen.Facts([("title", feed.Title), ("format", feed.Format), ("site", feed.Link), ("language", feed.Language), ("items", $"{feed.Items.Count}")]);
        run.Screen.Table(
            ["published", "title", "address"],
            feed.Items.Select(item => new[] { Words.Time(item.PublishedAt, run.Around.Clock), item.Title, item.Link }));
    }

    private static ParsedFeed Read(FeedLine line)
    {
        LineChecks.NeedId(line);
        return Read(line.Body ?? throw new BadLineException("The member \"body\" is missing."), line.ContentType, LineChecks.Address(line.Url, "url"), message => new BadLineException(message));
    }

    private static ParsedFeed Read(byte[] body, string? contentType, Uri? address, Func<string, Exception> refusal)
    {
        try
        {
            return FeedReader.Read(body, contentType, address);
        }
        catch (UnreadableFeedException unreadable)
        {
            throw refusal(unreadable.Message);
        }
    }

    private sealed record FeedLine(JsonElement Id, byte[]? Body, string? ContentType, string? Url) : IIdentifiedLine;

    private sealed record FeedResult(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] JsonElement Id,
        string Format,
        string? Title,
        string? Link,
        string? Language,
        IReadOnlyList<FeedItem> Items,
        bool WellFormed,
        bool Truncated)
    {
        public static FeedResult Of(JsonElement id, ParsedFeed feed) =>
            new(id, feed.Format, feed.Title, feed.Link, feed.Language, feed.Items, feed.WellFormed, feed.Truncated);
    }
}
