using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>
/// Tells whether a reader would see a change: title, second title, teaser, correction, authors and the words of the body. Pictures' addresses, related lists,
/// times, sections, comments, places and recordings are left out: sites change them without touching the article, and different sources name them differently.
/// </summary>
internal static class ContentHash
{
    public static string Of(ExtractedArticle article, DateTimeOffset? embargoedUntil) =>
        Of(article.Title, article.Subtitle, article.Correction, article.Description, article.Authors, embargoedUntil, article.Body);

    public static string Of(string title, string? subtitle, string? correction, string? description, IEnumerable<string> authors, DateTimeOffset? embargoedUntil, IEnumerable<ArticleBlock> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, title);
        Add(hash, description ?? string.Empty);
        Add(hash, string.Join('\n', authors));
        Add(hash, embargoedUntil?.ToUniversalTime().ToString("O") ?? string.Empty);
        foreach (var block in body)
        {
            Add(hash, block.Type);
            Add(hash, block.Text);
        }

        // Only where there is one: articles stored before these were read keep their hash.
        if (subtitle is not null)
            Add(hash, subtitle);
        if (correction is not null)
            Add(hash, "correction: " + correction);

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    // Length before text: no two lists of fields run into the same bytes.
    private static void Add(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
