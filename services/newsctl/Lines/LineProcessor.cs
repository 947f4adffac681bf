using System.Text.Json;
using System.Threading.Channels;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Lines;

/// <summary>A line of input has an id, which goes into its line of output.</summary>
internal interface IIdentifiedLine
{
    /// <summary>A text or a number, given back as it came; undefined when the line has none.</summary>
    JsonElement Id { get; }
}

/// <summary>
/// Turns lines of JSON into lines of JSON, one for one and in order, while the input still comes: several lines are worked on at once,
/// what they come to is finished one by one. A bad line becomes an error object and a sentence on stderr.
/// </summary>
/// <param name="work">The heavy part; several run at once.</param>
/// <param name="finish">What must happen in order; gives the line of output.</param>
internal sealed class LineProcessor<TLine, TWorked>(Func<TLine, TWorked> work, Func<TLine, TWorked, object> finish)
    where TLine : class, IIdentifiedLine
{
    // Lines held at most: enough to keep the cores busy behind one slow page.
    private const int Ahead = 64;

    /// <returns>The exit code: 1 when any line was bad.</returns>
    public async Task<int> RunAsync(Surroundings around, Stream input, CancellationToken ct)
    {
        var worked = Channel.CreateBounded<Task<WorkedLine>>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = FeedAsync(input, worked.Writer, stop.Token);
        var bad = 0L;
        try
        {
            await foreach (var line in worked.Reader.ReadAllAsync(ct))
            {
                bad += await WriteAsync(around, await line) ? 0 : 1;
                if (!worked.Reader.TryPeek(out _))
                {
                    await around.Output.FlushAsync(ct);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        await reading;
        return bad == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private async Task FeedAsync(Stream input, ChannelWriter<Task<WorkedLine>> worked, CancellationToken ct)
    {
        using var cores = new SemaphoreSlim(Environment.ProcessorCount);
        Exception? failure = null;
        try
        {
            await foreach (var line in LineReader.ReadAsync(input, LineReader.MaxBytes, ct))
            {
                if (line.Content is { Length: 0 })
                {
                    continue;
                }

                await cores.WaitAsync(ct);
                await worked.WriteAsync(Task.Run(() => Work(line, cores), CancellationToken.None), ct);
            }

            await DrainAsync(cores);
        }
        catch (IOException broken)
        {
            failure = broken;
        }
        catch (OperationCanceledException)
        {
            await DrainAsync(cores);
        }
        finally
        {
            worked.Complete(failure);
        }
    }

    // The semaphore may go only when nobody will release it any more.
    private static async Task DrainAsync(SemaphoreSlim cores)
    {
        for (var core = 0; core < Environment.ProcessorCount; core++)
        {
            await cores.WaitAsync(CancellationToken.None);
        }
    }

    private WorkedLine Work(InputLine input, SemaphoreSlim cores)
    {
        try
        {
            var line = Parse(input);
            return new WorkedLine(input.Number, line, work(line), null);
        }
        catch (BadLineException bad)
        {
            return new WorkedLine(input.Number, null, default, bad.Message) { Id = IdOf(input) };
        }
        finally
        {
            cores.Release();
        }
    }

    private static TLine Parse(InputLine input)
    {
        if (input.Content is null)
        {
            throw new BadLineException($"The line is longer than {LineReader.MaxBytes / (1024 * 1024)} MiB.");
        }

        try
        {
            return JsonSerializer.Deserialize<TLine>(input.Content, JsonDefaults.Options) ?? throw new BadLineException("The line is null, not an object.");
        }
        catch (JsonException wrong)
        {
            throw new BadLineException(
                wrong.Path is { Length: > 2 } path
                    ? $"The member \"{path[2..]}\" is broken or of the wrong type (byte {wrong.BytePositionInLine + 1})."
                    : $"The line is no JSON object (byte {wrong.BytePositionInLine + 1}).",
                wrong);
        }
    }

    private async Task<bool> WriteAsync(Surroundings around, WorkedLine worked)
    {
        object? output = null;
        var error = worked.Error;
        if (error is null)
        {
            try
            {
                output = finish(worked.Line!, worked.Result!); // without an error both are there
            }
            catch (BadLineException bad)
            {
                error = bad.Message;
            }
        }

        if (error is not null)
        {
            await around.Error.WriteLineAsync($"Line {worked.Number}: {error}");
            var id = worked.Line?.Id ?? worked.Id;
            output = id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? new { id, error } : new { error };
        }

        await around.Output.WriteAsync(JsonSerializer.Serialize(output, JsonDefaults.Options));
        await around.Output.WriteAsync('\n');
        return error is null;
    }

    // A line whose other members are wrong may still say which it is.
    private static JsonElement IdOf(InputLine input)
    {
        try
        {
            return input.Content is not null && JsonSerializer.Deserialize<JsonElement>(input.Content) is { ValueKind: JsonValueKind.Object } line && line.TryGetProperty("id", out var id) ? id : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <param name="Number">Of the line.</param>
    /// <param name="Line">Null when it was bad.</param>
    /// <param name="Result">Of the heavy part.</param>
    /// <param name="Error">Null when all went well so far.</param>
    private sealed record WorkedLine(long Number, TLine? Line, TWorked? Result, string? Error)
    {
        public JsonElement Id { get; init; }
    }
}
