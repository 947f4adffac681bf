using System.IO.Compression;
using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Bson.Serialization;

namespace NewsPlatform.Newsctl.Backup.MongoDb;

/// <summary>A collection's documents one after the other as BSON, packed by gzip.</summary>
internal static class DocumentFile
{
    public const string Suffix = ".bson.gz";

    /// <summary>Gives the number of documents.</summary>
    public static async Task<long> WriteAsync(string path, IAsyncEnumerable<RawBsonDocument> documents, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await using var packed = new GZipStream(file, CompressionLevel.Fastest);
        var count = 0L;
        await foreach (var document in documents.WithCancellation(ct))
        {
            using (document)
            {
                await packed.WriteAsync(document.ToBson(), ct);
            }

            count++;
        }

        return count;
    }

    /// <exception cref="InvalidDataException">The file ends amid a document or is no gzip.</exception>
    public static IEnumerable<BsonDocument> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var packed = new GZipStream(file, CompressionMode.Decompress);
        var size = new byte[4];
        while (packed.ReadAtLeast(size, 4, throwOnEndOfStream: false) is var read and > 0)
        {
            var length = BitConverter.ToInt32(size);
            if (read < 4 || length < 5)
            {
                throw new InvalidDataException("the file ends amid a document");
            }

            var bytes = new byte[length];
            size.CopyTo(bytes, 0);
            packed.ReadExactly(bytes.AsSpan(4));
            using var reader = new BsonBinaryReader(new MemoryStream(bytes));
            yield return BsonSerializer.Deserialize<BsonDocument>(reader);
        }
    }
}
