using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace NewsPlatform.Ingestion.ArchivePages;

/// <summary>Reads the pages of a WARC file, packed record by record or not. What a kill broke off at the end is passed over; records of other kinds too.</summary>
public static class WarcReader
{
    private const int LongestLine = 64 * 1024;
    private const int LargestBlock = 512 * 1024 * 1024;

    /// <summary>The pages in the order of the file; the stream is read as they are asked for.</summary>
    /// <exception cref="InvalidDataException">The file is no WARC from its beginning on.</exception>
    public static IEnumerable<ArchivedPage> Read(Stream file)
    {
        using var text = new BufferedStream(Unpacked(file), 64 * 1024);
        for (var first = true; ; first = false)
        {
            var (record, isWarc) = ReadRecord(text);
            if (first && !isWarc)
                throw new InvalidDataException("The file is no WARC: it must begin with WARC/1.0 or WARC/1.1.");

            if (record is null)
                yield break;

            if (PageOf(record) is { } page)
                yield return page;
        }
    }

    private static Stream Unpacked(Stream file)
    {
        var isPacked = file.CanSeek && file.ReadByte() == 0x1F;
        if (file.CanSeek)
            file.Position = 0;

        return isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    // Null at the end, and where the rest is not a whole record.
    private static (Record? Record, bool IsWarc) ReadRecord(Stream text)
    {
        var isWarc = false;
        try
        {
            string? line;
            do
            {
                line = ReadLine(text);
            }
            while (line is { Length: 0 });

            isWarc = line?.StartsWith("WARC/1.", StringComparison.Ordinal) == true;
            if (!isWarc)
                return (null, false);

            var fields = ReadFields(text);
            if (!int.TryParse(fields.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > LargestBlock)
                return (null, true);

            var block = new byte[length];
            return text.ReadAtLeast(block, length, throwOnEndOfStream: false) == length ? (new Record(fields, block), true) : (null, true);
        }
        catch (Exception brokenOff) when (brokenOff is InvalidDataException or EndOfStreamException)
        {
            return (null, isWarc);
        }
    }

    private static Dictionary<string, string> ReadFields(Stream text)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (ReadLine(text) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                fields[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return fields;
    }

    // Null at the end.
    private static string? ReadLine(Stream text)
    {
        var line = new List<byte>();
        for (var next = text.ReadByte(); next != '\n'; next = text.ReadByte())
        {
            if (next < 0)
                return null;

            if (line.Count == LongestLine)
                throw new InvalidDataException("A line of the file's headers is too long.");

            line.Add((byte)next);
        }

        return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }

    private static ArchivedPage? PageOf(Record record)
    {
        if (record.Fields.GetValueOrDefault("WARC-Type") != "response"
            || !Uri.TryCreate(record.Fields.GetValueOrDefault("WARC-Target-URI")?.Trim('<', '>'), UriKind.Absolute, out var url)
            || !DateTimeOffset.TryParse(record.Fields.GetValueOrDefault("WARC-Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var fetchedAt))
        {
            return null;
        }

        using var block = new MemoryStream(record.Block);
        if (ReadLine(block)?.Split(' ') is not [_, "200", ..])
            return null;

        var headers = ReadFields(block);
        return new ArchivedPage
        {
            Url = url,
            FetchedAt = fetchedAt,
            ContentType = headers.GetValueOrDefault("Content-Type"),
            Body = record.Block[(int)block.Position..],
            Note = NoteOf(record.Fields.GetValueOrDefault(WarcFormat.NoteField), url),
        };
    }

    // A file of another archive has no such field: the host is then the source.
    private static ArchivedNote NoteOf(string? note, Uri url)
    {
        try
        {
            return note is null ? new ArchivedNote(url.Host, url.Host) : JsonSerializer.Deserialize<ArchivedNote>(note, JsonSerializerOptions.Web) ?? new ArchivedNote(url.Host, url.Host);
        }
        catch (JsonException)
        {
            return new ArchivedNote(url.Host, url.Host);
        }
    }

    private sealed record Record(Dictionary<string, string> Fields, byte[] Block);
}
