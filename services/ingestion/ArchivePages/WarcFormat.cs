using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsPlatform.Ingestion.ArchivePages;

/// <summary>
/// Writes records of WARC 1.1 (ISO 28500), each a gzip member of its own: a file that was broken off holds all records before the last. What the list said
/// of the page stands in a field of our own, as JSON.
/// </summary>
internal static class WarcFormat
{
    public const string Version = "WARC/1.1";
    public const string NoteField = "NewsPlatform-Note";

    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The record that begins a file.</summary>
    public static byte[] Info(DateTimeOffset now, string fileName) => Pack(
        [("WARC-Type", "warcinfo"), ("WARC-Date", Date(now)), ("WARC-Filename", fileName), ("Content-Type", "application/warc-fields")],
        Encoding.ASCII.GetBytes("software: NewsPlatform\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"));

    /// <summary>A page. Its HTTP headers are those that were kept; the body stands inflated.</summary>
    public static byte[] Response(ArchivedPage page)
    {
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{(page.ContentType is null ? "" : $"Content-Type: {Line(page.ContentType)}\r\n")}Content-Length: {page.Body.Length}\r\n\r\n");
        return Pack(
            [
                ("WARC-Type", "response"),
                ("WARC-Target-URI", page.Url.AbsoluteUri),
                ("WARC-Date", Date(page.FetchedAt)),
                ("WARC-Payload-Digest", "sha256:" + Convert.ToHexStringLower(SHA256.HashData(page.Body))),
                (NoteField, JsonSerializer.Serialize(page.Note, JsonSerializerOptions.Web)),
                ("Content-Type", "application/http;msgtype=response"),
            ],
            [.. head, .. page.Body]);
    }

    private static byte[] Pack(IReadOnlyList<(string Name, string Value)> fields, byte[] block)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var head = new StringBuilder(Version).Append("\r\n").Append("WARC-Record-ID: <urn:uuid:").Append(Guid.NewGuid()).Append(">\r\n");
            foreach (var (name, value) in fields)
                head.Append(name).Append(": ").Append(Line(value)).Append("\r\n");

            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {block.Length}\r\n\r\n");
            gzip.Write(Encoding.ASCII.GetBytes(head.ToString()));
            gzip.Write(block);
            gzip.Write("\r\n\r\n"u8);
        }

        return packed.ToArray();
    }

    private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    // A header from elsewhere must not begin a line.
    private static string Line(string value) => string.Concat(value.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
