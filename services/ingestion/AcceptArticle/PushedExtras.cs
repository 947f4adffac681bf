using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>
/// Reads of a push <c>"comments":{"url","count"}</c>, <c>"place":{"name","latitude","longitude"}</c> and <c>"recording":{"url","type","bytes","durationSeconds","transcriptUrl"}</c>.
/// </summary>
internal static class PushedExtras
{
    /// <summary>Null when the push says nothing of them.</summary>
    /// <exception cref="UnreadableArticleException">A member of the wrong type, a point off the earth, or a recording that is none.</exception>
    public static ArticleExtras? Read(JsonElement push)
    {
        var members = new JsonMembers(push, string.Empty);
        return ArticleExtras.Of(CommentsOf(members.Object("comments")), PlaceOf(members.Object("place")), RecordingOf(members.Object("recording")));
    }

    private static ArticleComments? CommentsOf(JsonMembers? comments) => comments is null ? null
        : comments.Number("count") is < 0 ? throw new UnreadableArticleException("The member \"comments.count\" must not be below 0.")
        : ArticleExtras.CommentsOf(comments.Address("url"), comments.Number("count"));

    private static ArticlePlace? PlaceOf(JsonMembers? place)
    {
        var (latitude, longitude) = (place?.Real("latitude"), place?.Real("longitude"));
        var read = ArticleExtras.PlaceOf(place?.Text("name", ExtractionLimits.MaxTitleLength), latitude, longitude);
        return (latitude ?? longitude) is null || read?.Latitude is not null
            ? read
            : throw new UnreadableArticleException("The members \"place.latitude\" (-90 to 90) and \"place.longitude\" (-180 to 180) must both be given, in degrees.");
    }

    private static ArticleRecording? RecordingOf(JsonMembers? recording) => recording is null ? null
        : ArticleExtras.RecordingOf(recording.Address("url"), recording.Text("type", ExtractionLimits.MaxTitleLength), (long?)recording.Real("bytes"), DurationOf(recording), recording.Address("transcriptUrl"))
            ?? throw new UnreadableArticleException("The member \"recording\" needs a \"url\" and a \"type\" that begins with audio/ or video/.");

    private static TimeSpan? DurationOf(JsonMembers recording) =>
        recording.Real("durationSeconds") is not { } seconds ? null
        : seconds is > 0 and <= RecordingTime.MostSeconds ? TimeSpan.FromSeconds(seconds)
        : throw new UnreadableArticleException($"The member \"recording.durationSeconds\" must be above 0 and at most {RecordingTime.MostSeconds:0} (a week).");
}
