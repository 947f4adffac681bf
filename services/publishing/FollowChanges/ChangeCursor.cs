using Microsoft.AspNetCore.Http.HttpResults;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>Where a client goes on in the change log: a cursor, or why there is none.</summary>
internal readonly record struct ChangeCursor(LogCursor Cursor, ProblemHttpResult? Problem)
{
    /// <summary>400 for a text that is no cursor; 410 with the restart cursor for one of another epoch or beyond the end, both signs of a restored store.</summary>
    public static ChangeCursor Read(string text, LogCursor tail)
    {
        if (!LogCursor.TryParse(text, out var cursor))
        {
            return new(default, Problems.BadRequest($"cursor is '{QueryParameters.Shown(text)}': give the 'next' of an answer of /api/v1/changes, or none."));
        }

        if (cursor.Epoch == tail.Epoch && cursor.Position <= tail.Position)
        {
            return new(cursor, null);
        }

        var restart = new LogCursor(tail.Epoch, 1).ToString();
        return new(default, Problems.Gone(
            $"The change log was restored since this cursor was given: begin again at '{restart}' and compare what you hold.",
            [new("cursor", restart)]));
    }
}
