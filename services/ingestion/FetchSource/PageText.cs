using NewsPlatform.Ingestion.DecodeText;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>Turns the bytes of a page into text.</summary>
public static class PageText
{
    /// <summary>HTML by byte order mark, content type, meta element and, where those are wrong or missing, by its bytes; never fails.</summary>
    /// <param name="body">The page, inflated.</param>
    /// <param name="contentType">As the server said it; null when it said nothing.</param>
    public static string Decode(byte[] body, string? contentType)
    {
        ArgumentNullException.ThrowIfNull(body);
        return TextDecoder.Html(body, contentType).Text;
    }
}
