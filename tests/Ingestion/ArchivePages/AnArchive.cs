using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.ArchivePages;
using NewsPlatform.Ingestion.Tests.DispatchArticles;

namespace NewsPlatform.Ingestion.Tests.ArchivePages;

/// <summary>Archives and pages for tests.</summary>
internal static class AnArchive
{
    public static PageArchive None() => In(ArchiveOptions.None, TimeProvider.System);

    public static PageArchive In(string path, TimeProvider time, int maxFileMegabytes = 256, int maxTotalMegabytes = 10_240, int days = 30) => new(
        Options.Create(new ArchiveOptions { Path = path, MaxFileMegabytes = maxFileMegabytes, MaxTotalMegabytes = maxTotalMegabytes, Days = days }),
        Options.Create(new StorageOptions()),
        new IngestionMetrics(new SilentMeters()),
        time,
        NullLogger<PageArchive>.Instance);

    public static ArchivedPage Page(string path, byte[] body, DateTimeOffset? fetchedAt = null) => new()
    {
        Url = new Uri(new Uri("https://news.example"), path),
        FetchedAt = fetchedAt ?? AnArticle.SomeTime,
        ContentType = "text/html; charset=utf-8",
        Body = body,
        Note = new ArchivedNote("kurier", "Кур'єр", "uk", "Місто", AnArticle.SomeTime, "tag:1"),
    };

    public static IReadOnlyList<ArchivedPage> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.warc.gz").Order(StringComparer.Ordinal).SelectMany(file => { using var stream = File.OpenRead(file); return WarcReader.Read(stream).ToList(); })];
}
