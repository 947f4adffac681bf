using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>Lists streams: each is one question to the search index for all its feeds together, one more for each story among them.</summary>
internal sealed class ReaderStreams(IArticleSearch search, IReaderStore store)
{
    private const int BatchSize = 500;

    // An article may come in long after it was published, and streams are in the order of publication.
    private static readonly TimeSpan LatestArrival = TimeSpan.FromDays(2);

    /// <summary>The next articles of the stream; empty for one that is not the reader's.</summary>
    public async Task<ReaderPart> ListAsync(string reader, ReaderProfile profile, ReaderQuestion question, CancellationToken ct)
    {
        var (found, after) = (new List<ReaderEntry>(), question.After);
        for (var looks = 0; looks < ReaderLimits.Looks; looks += BatchSize)
        {
            var batch = await ReadBatchAsync(reader, profile, question with { After = after }, ct);
            foreach (var entry in await KeepAsync(reader, profile, question, batch, ct))
            {
                if (found.Count == question.Limit)
                {
                    return new ReaderPart(found, found[^1].Place);
                }

                found.Add(entry);
            }

            if (batch.Count < BatchSize)
            {
                return new ReaderPart(found, null);
            }

            after = batch[^1];
        }

        return new ReaderPart(found, after);
    }

    /// <summary>The questions that a stream comes to.</summary>
    public static IReadOnlyList<HitQuery> QuestionsOf(ReaderProfile profile, string stream)
    {
        var label = ReaderStreamIds.LabelOf(stream);
        var feeds = profile.Subscriptions.Where(feed => stream == ReaderStreamIds.ReadingList || stream == feed.Id || (label is not null && feed.Label == label))
            .Select(feed => HitQuery.Of(ReaderFeeds.QueryOf(feed))).ToList();
        var plain = feeds.FindAll(query => query.InStories.Count == 0 && query.NotInStories.Count == 0);
        HitQuery[] together = plain.Count == 0 ? []
            : plain.Exists(query => query.Where is null) ? [new HitQuery()]
            : [new HitQuery { Where = SearchExpression.Any([.. plain.Select(query => query.Where!)]) }];
        return [.. together, .. feeds.Except(plain)];
    }

    private async Task<IReadOnlyList<HitPlace>> ReadBatchAsync(string reader, ReaderProfile profile, ReaderQuestion question, CancellationToken ct)
    {
        if (question.IsOfMarks)
        {
            var isStarred = question.OnlyStarred || question.Stream == ReaderStreamIds.Starred;
            return [.. (await store.ListMarksAsync(reader, new ReaderMarkQuery(isStarred, question.After, question.OldestFirst, BatchSize), ct)).Select(mark => new HitPlace(mark.Key, mark.ArticleId))];
        }

        var places = new List<HitPlace>();
        foreach (var query in QuestionsOf(profile, question.Stream))
        {
            var since = question.Since is { } given ? HitKey.First(given - LatestArrival) : 0;
            var bounded = query with
            {
                Oldest = Math.Max(Math.Max(query.Oldest, since), question.WithoutRead ? profile.UnreadFrom : 0),
                Newest = question.Until is { } until ? Math.Min(query.Newest, HitKey.Last(until)) : query.Newest,
                After = question.After,
                OldestFirst = question.OldestFirst,
            };
            places.AddRange((await search.ReadHitsAsync(bounded, BatchSize, [], ct)).Select(hit => hit.Place));
        }

        var ordered = question.OldestFirst
            ? places.OrderBy(place => place.Key).ThenBy(place => place.ArticleId, StringComparer.Ordinal)
            : places.OrderByDescending(place => place.Key).ThenByDescending(place => place.ArticleId, StringComparer.Ordinal);
        return [.. ordered.DistinctBy(place => place.ArticleId).Take(BatchSize)];
    }

    private async Task<IEnumerable<ReaderEntry>> KeepAsync(string reader, ReaderProfile profile, ReaderQuestion question, IReadOnlyList<HitPlace> places, CancellationToken ct)
    {
        var marks = await store.ReadMarksAsync(reader, [.. places.Select(place => place.ArticleId)], ct);
        var entries = places.Select(place => EntryOf(profile, place, marks.GetValueOrDefault(place.ArticleId)))
            .Where(entry => !(question.WithoutRead && entry.IsRead) && !(question.OnlyRead && !entry.IsRead) && !(question.OnlyStarred && !entry.IsStarred) && !(question.Until is { } until && entry.Place.Key > HitKey.Last(until))).ToList();

        // A mark outlives its article; and of what was published before, what came in since must be told apart.
        var checkedOnes = entries.FindAll(entry => question.IsOfMarks || (question.Since is { } since && HitKey.Time(entry.Place.Key) < since));
        var shown = (await search.LoadAsync([.. checkedOnes.Select(entry => entry.Place.ArticleId)], withBody: false, ct))
            .Where(article => question.Since is null || article.Content.FirstSeenAt >= question.Since || article.Time >= question.Since)
            .Select(article => article.ArticleId).ToHashSet(StringComparer.Ordinal);
        var dropped = checkedOnes.Where(entry => !shown.Contains(entry.Place.ArticleId)).ToHashSet();
        return entries.Where(entry => !dropped.Contains(entry));
    }

    private static ReaderEntry EntryOf(ReaderProfile profile, HitPlace place, ReaderMark? mark) =>
        new(place, mark?.Read ?? place.Key <= profile.ReadUpTo, mark?.Starred ?? false);
}
