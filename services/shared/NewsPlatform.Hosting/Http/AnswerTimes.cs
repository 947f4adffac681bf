using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NewsPlatform.Hosting.Http;

/// <summary>
/// Since when each address gives what it gives now, as this process saw it: the Last-Modified of its answers. A time of the content itself would lie
/// where something leaves a list, which is then older than before. A process that starts, or another replica, knows only later times: such a client gets
/// the document once more, never an old one.
/// </summary>
public sealed class AnswerTimes
{
    public const string MeterName = "NewsPlatform.Answers";

    // Some 100 bytes each: addresses are kept as hashes, for a client can make them long.
    private const int MostAddresses = 50_000;

    private readonly ConcurrentDictionary<Guid, Seen> _seen = [];
    private readonly TimeProvider _clock;
    private readonly Counter<long> _answers;

    public AnswerTimes(TimeProvider clock, IMeterFactory meters)
    {
        _clock = clock;
        _answers = meters.Create(MeterName).CreateCounter<long>("newsplatform.cache.answers", unit: "{answer}", description: "Answers with an ETag: sent, or not modified because the client's copy was good.");
    }

    /// <summary>Notes what an address gives.</summary>
    /// <param name="request">Address, language and caller tell answers apart.</param>
    /// <param name="hash">Of the content.</param>
    /// <returns>Since when, to the second; null when it gave something else in that same second, which nobody could tell apart.</returns>
    public DateTimeOffset? Note(HttpRequest request, byte[] hash)
    {
        var now = _clock.GetUtcNow();
        var second = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var address = HashOf($"{request.Path}{request.QueryString}\n{request.Headers[HeaderNames.AcceptLanguage]}\n{request.Headers[Caller.Header]}");
        if (_seen.Count >= MostAddresses)
        {
            _seen.Clear();
        }

        var content = BitConverter.ToInt64(hash);
        var seen = _seen.AddOrUpdate(
            address,
            _ => new Seen(content, second, IsAlone: true),
            (_, before) => before.Content == content ? before : new Seen(content, second, second > before.Since));
        return seen.IsAlone ? seen.Since : null;
    }

    /// <summary>Counts an answer.</summary>
    public void Answered(bool notModified) => _answers.Add(1, new KeyValuePair<string, object?>("Outcome", notModified ? "not-modified" : "sent"));

    private static Guid HashOf(string address) => new(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 16));

    private sealed record Seen(long Content, DateTimeOffset Since, bool IsAlone);
}
