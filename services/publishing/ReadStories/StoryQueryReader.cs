using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.RankStories;

namespace NewsPlatform.Publishing.ReadStories;

/// <summary>Reads the filters of a list of stories.</summary>
internal static class StoryQueryReader
{
    /// <summary>Language, limit and place of a list by rank; not to be used when <see cref="QueryParameters.Problem"/> is set afterwards.</summary>
    public static (int Limit, string? Language, RankCursor? After) ReadRanked(QueryParameters parameters, int limit = PageLimits.Default)
    {
        var cursor = parameters.Position<RankCursor>();
        FailIfForeign(cursor is not null && (string.IsNullOrEmpty(cursor.Id) || cursor.AsOf == default), parameters);
        return (parameters.Limit(limit), parameters.Language(), cursor);
    }

    /// <summary>The query; not to be used when <see cref="QueryParameters.Problem"/> is set afterwards.</summary>
    public static StoryQuery Read(QueryParameters parameters, int limit = PageLimits.Default)
    {
        var cursor = parameters.Position<StoryCursor>();
        FailIfForeign(cursor is not null && (string.IsNullOrEmpty(cursor.Id) || cursor.ChangedAt == default), parameters);

        return new StoryQuery(parameters.Limit(limit), parameters.Language(), cursor is null ? null : new StoryKey(cursor.ChangedAt, cursor.Id));
    }

    private static void FailIfForeign(bool isForeign, QueryParameters parameters)
    {
        if (isForeign)
        {
            parameters.Fail("cursor belongs to another list or order: keep sort while paging, or begin anew without a cursor.");
        }
    }
}
