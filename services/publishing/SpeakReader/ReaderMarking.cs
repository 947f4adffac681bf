using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>Marks articles as read, unread, starred or not.</summary>
internal sealed class ReaderMarking(IReaderStore store, ReaderProfiles profiles, ReaderStreams streams, IArticleSearch search, TimeProvider clock)
{
    /// <summary>Null, or why not.</summary>
    /// <param name="reader">Whose marks.</param>
    /// <param name="articleIds">Those that are not visible any more are passed over.</param>
    /// <param name="read">Null = as it is.</param>
    /// <param name="starred">Null = as it is.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<string?> MarkAsync(string reader, IReadOnlyList<string> articleIds, bool? read, bool? starred, CancellationToken ct)
    {
        var articles = await search.LoadAsync(articleIds, withBody: false, ct);
        var marks = articles.Select(article => new ReaderMark(article.ArticleId, HitKey.Of(article.Time, article.ArticleId), read, starred)).ToList();
        if (await RoomAsync(reader, marks.Count, ct) is { } full)
        {
            return full;
        }

        // Noted first: what is looked for too far back costs a look, what is not looked for is not found.
        if (read == false && marks.Count > 0)
        {
            var oldest = marks.Min(mark => mark.Key);
            await profiles.ChangeAsync(reader, held => held with { OldestUnread = Math.Min(held.OldestUnread ?? long.MaxValue, oldest) }, ct);
        }

        return await StoreAsync(reader, marks, ct);
    }

    /// <summary>Marks everything of a stream that was published up to an instant as read; null, or why not.</summary>
    public async Task<string?> MarkAllAsync(string reader, string stream, DateTimeOffset? until, CancellationToken ct)
    {
        var upTo = until ?? clock.GetUtcNow();
        if (stream == ReaderStreamIds.ReadingList)
        {
            await profiles.ChangeAsync(reader, held => WithAllRead(held, HitKey.Last(upTo)), ct);
            await store.ForgetReadAsync(reader, HitKey.Last(upTo), ct);
            return null;
        }

        var question = new ReaderQuestion { Stream = stream, WithoutRead = true, Until = upTo, Limit = ReaderLimits.MarkedAtOnce };
        var unread = await streams.ListAsync(reader, await profiles.ReadAsync(reader, ct), question, ct);
        var marks = unread.Items.Select(entry => new ReaderMark(entry.Place.ArticleId, entry.Place.Key, Read: true, Starred: null)).ToList();
        return await RoomAsync(reader, marks.Count, ct) is { } full ? full : await StoreAsync(reader, marks, ct);
    }

    private static ReaderProfile WithAllRead(ReaderProfile held, long upTo) =>
        upTo < held.ReadUpTo ? held : held with { ReadUpTo = upTo, OldestUnread = null };

    private async Task<string?> RoomAsync(string reader, int more, CancellationToken ct)
    {
        if (await store.CountMarksAsync(reader, ct) + more <= ReaderLimits.Marks)
        {
            return null;
        }

        // What is older counts as read without a mark.
        await store.ForgetReadAsync(reader, (await profiles.ReadAsync(reader, ct)).ReadUpTo, ct);
        return await store.CountMarksAsync(reader, ct) + more <= ReaderLimits.Marks
            ? null
            : $"A key may mark {ReaderLimits.Marks} articles: mark everything as read first, or take stars away.";
    }

    private async Task<string?> StoreAsync(string reader, IReadOnlyCollection<ReaderMark> marks, CancellationToken ct)
    {
        await store.MarkAsync(reader, marks, ct);
        return null;
    }
}
