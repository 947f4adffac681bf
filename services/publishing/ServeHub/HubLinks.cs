namespace NewsPlatform.Publishing.ServeHub;

/// <summary>The header <c>Link</c> by which a feed, asked for or delivered, names its hub and itself (WebSub, 4 and 7).</summary>
internal static class HubLinks
{
    public static string Of(string hub, string self) => $"<{hub}>; rel=\"hub\", <{self}>; rel=\"self\"";
}
