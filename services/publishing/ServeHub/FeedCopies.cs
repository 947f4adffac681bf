using System.Security.Cryptography;
using NewsPlatform.Publishing.WriteFeed;

namespace NewsPlatform.Publishing.ServeHub;

/// <summary>Feeds as they were written last, so that a feed with many subscribers is written once for all, and a busy log has none written more often than every five seconds.</summary>
internal sealed class FeedCopies(QueriedFeeds feeds, TimeProvider clock) : IDisposable
{
    private const int KeptContents = 32;
    private const int KeptDigests = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, FeedCopy> _copies = new(StringComparer.Ordinal);

    /// <summary>The feed with the change at a position in the log in it, at most five seconds behind the log's end; null when that is to be written in a moment.</summary>
    /// <param name="topic">Which.</param>
    /// <param name="position">Of the change that must be in it.</param>
    /// <param name="tail">The log's end, read before.</param>
    /// <param name="sent">Digest of what needs no content, for it was sent already.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<FeedCopy?> TryReadAsync(FeedTopic topic, long position, long tail, string? sent, CancellationToken ct)
    {
        // One at a time: those who wait find what the first one wrote.
        await _turn.WaitAsync(ct);
        try
        {
            var copy = _copies.GetValueOrDefault(topic.Address.Self);
            var isYoung = copy is not null && clock.GetElapsedTime(copy.WrittenAt) < Pause;
            if (copy?.Tail <= position && isYoung)
            {
                return null;
            }

            var isUsable = copy?.Tail > position && (isYoung || copy.Tail >= tail) && (copy.Content is not null || copy.Digest == sent);
            return isUsable ? copy : await WriteAsync(topic, tail, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    public static string DigestOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private async Task<FeedCopy> WriteAsync(FeedTopic topic, long tail, CancellationToken ct)
    {
        // A feed whose query cannot be read any more (by a newer version) is empty.
        var content = (await feeds.WriteAsync(topic.Format, topic.Query, topic.Address, ct)).Content;
        var copy = new FeedCopy(content, DigestOf(content), tail, clock.GetTimestamp());
        if (_copies.Count >= KeptDigests)
        {
            _copies.Clear();
        }

        _copies[topic.Address.Self] = copy;
        foreach (var (key, old) in _copies.Where(one => one.Value.Content is not null).OrderByDescending(one => one.Value.WrittenAt).Skip(KeptContents).ToList())
        {
            _copies[key] = old with { Content = null };
        }

        return copy;
    }
}

/// <summary>A feed as it was written.</summary>
/// <param name="Content">Null when only its digest was kept.</param>
/// <param name="Digest">Of the content.</param>
/// <param name="Tail">Every entry of the log before is in it.</param>
/// <param name="WrittenAt">By the monotonic clock.</param>
internal sealed record FeedCopy(byte[]? Content, string Digest, long Tail, long WrittenAt);
