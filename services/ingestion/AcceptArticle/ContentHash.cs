using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>
/// Tells whether a reader would see a change: title, teaser, authors and the words of the body. Pictures' addresses, related lists,
/// times and sections are left out: sites change them without touching the article, and different sources name them differently.
/// </summary>
internal static class ContentHash
{
    public static string Of(ExtractedArticle article, DateTimeOffset? embargoedUntil)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, article.Title);
        Add(hash, article.Description ?? string.Empty);
        Add(hash, string.Join('\n', article.Authors));
        Add(hash, embargoedUntil?.ToUniversalTime().ToString("O") ?? string.Empty);
        foreach (var block in article.Body)
        {
            Add(hash, block.Type);
            Add(hash, block.Text);
        }

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
