using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Connect;

/// <summary>One event of the stream.</summary>
/// <param name="Cursor">Where to go on after it; null when the server named none.</param>
/// <param name="Json">The change as it came.</param>
internal sealed record StreamedChange(string? Cursor, JsonElement Json);

/// <summary>Follows the server-sent events of the change log and resumes after a lost connection where it stopped.</summary>
internal sealed class ChangeStream(PlatformClient platform, TimeProvider clock, Action<string> remark)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private TimeSpan _pause = FirstPause;
    private string? _cursor;

    /// <param name="from">Cursor to begin at; null = now.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ServerUnreachableException">There is no server at the first attempt; later ones go on for ever.</exception>
    public async IAsyncEnumerable<StreamedChange> FollowAsync(string? from, [EnumeratorCancellation] CancellationToken ct)
    {
        _cursor = from;
        var response = await platform.OpenStreamAsync(_cursor, ct);
        while (true)
        {
            using (response)
            {
                var events = SseParser.Create(await response.Content.ReadAsStreamAsync(ct), (_, data) => JsonSerializer.Deserialize<JsonElement>(data, JsonDefaults.Options));
                await using var arriving = events.EnumerateAsync(ct).GetAsyncEnumerator(ct);
                while (await AdvanceAsync(arriving, ct))
                {
                    yield return Take(events, arriving.Current);
                }

                Take(events);
            }

            remark($"The stream broke off; going on {(_cursor is null ? "from now" : $"at {_cursor}")} …");
            response = await ReopenAsync(ct);
        }
    }

    private StreamedChange Take(SseParser<JsonElement> events, SseItem<JsonElement> item)
    {
        Take(events);
        return new StreamedChange(_cursor, item.Data);
    }

    // An id without data is no event, yet it says where to resume.
    private void Take(SseParser<JsonElement> events)
    {
        _cursor = events.LastEventId is { Length: > 0 } id ? id : _cursor;
        _pause = events.ReconnectionInterval > TimeSpan.Zero ? events.ReconnectionInterval : _pause;
    }

    private static async Task<bool> AdvanceAsync(IAsyncEnumerator<SseItem<JsonElement>> arriving, CancellationToken ct)
    {
        try
        {
            return await arriving.MoveNextAsync();
        }
        catch (Exception lost) when (lost is IOException or HttpRequestException && !ct.IsCancellationRequested)
        {
            return false;
        }
        catch (JsonException foreign)
        {
            throw new CommandFailedException($"The stream sent what is no JSON ({foreign.Message.TrimEnd('.')}): is it a NewsPlatform?", foreign);
        }
    }

    private async Task<HttpResponseMessage> ReopenAsync(CancellationToken ct)
    {
        for (var pause = _pause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            await Task.Delay(pause, clock, ct);
            try
            {
                return await platform.OpenStreamAsync(_cursor, ct);
            }
            catch (ServerUnreachableException)
            {
                remark($"The server is not back yet; the next attempt is in {Math.Min(pause.TotalSeconds * 2, LongestPause.TotalSeconds):0.#} s …");
            }
            catch (RequestRefusedException busy) when (busy.Status is 429 or >= 500)
            {
                remark(busy.Message);
            }
        }
    }
}
