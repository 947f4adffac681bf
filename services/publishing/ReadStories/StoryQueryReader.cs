using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.PublishStory;

namespace NewsPlatform.Publishing.ReadStories;

/// <summary>Reads the filters of a list of stories.</summary>
internal static class StoryQueryReader
{
    /// <summary>The query; not to be used when <see cref="QueryParameters.Problem"/> is set afterwards.</summary>
    public static StoryQuery Read(QueryParameters parameters, int limit = PageLimits.Default)
    {
        var cursor = parameters.Position<StoryCursor>();
        if (cursor is not null && string.IsNullOrEmpty(cursor.Id))
        {
            parameters.Fail("cursor belongs to another list: begin anew without a cursor.");
        }

        return new StoryQuery(parameters.Limit(limit), parameters.Language(), cursor is null ? null : new StoryKey(cursor.ChangedAt, cursor.Id));
    }
}
