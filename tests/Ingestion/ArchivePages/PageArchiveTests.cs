using System.IO.Compression;
using System.Text;
using NewsPlatform.Ingestion.ArchivePages;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.ArchivePages;

public sealed class PageArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_page_is_read_back_as_it_was_fetched_with_what_was_known_of_it()
    {
        var body = Encoding.UTF8.GetBytes("<p>Лід зійшов.\r\n\r\nWARC/1.1\r\n</p>").Concat(new byte[] { 0, 255, 13, 10 }).ToArray();
        var page = AnArchive.Page("/лід?a=1", body, AnArticle.SomeTime.AddTicks(1_234_567));
        using (var archive = AnArchive.In(_folder.Path, _clock))
        {
            await archive.KeepAsync(page, default);
            await archive.KeepAsync(AnArchive.Page("/b", []), default);
        }

        var read = AnArchive.Read(_folder.Path);

        Assert.Equal(2, read.Count);
        Assert.Equal(page with { Body = [] }, read[0] with { Body = [] });
        Assert.Equal(body, read[0].Body);
        Assert.Empty(read[1].Body);
    }

    [Fact]
    public async Task Every_record_is_a_gzip_member_with_the_fields_that_the_format_demands()
    {
        using (var archive = AnArchive.In(_folder.Path, _clock))
            await archive.KeepAsync(AnArchive.Page("/a", "<p>x</p>"u8.ToArray()), default);

        var file = Directory.EnumerateFiles(_folder.Path).Single();
        using var unpacked = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress), Encoding.UTF8);
        var text = await unpacked.ReadToEndAsync();

        Assert.Equal(2, CountOf(await File.ReadAllBytesAsync(file), [0x1F, 0x8B, 0x08]));
        Assert.StartsWith("WARC/1.1\r\nWARC-Record-ID: <urn:uuid:", text, StringComparison.Ordinal);
        Assert.All(["WARC-Type: warcinfo\r\n", "WARC-Type: response\r\n", "WARC-Target-URI: https://news.example/a\r\n", "WARC-Date: 2026-11-20T12:00:00.0000000Z\r\n", "Content-Type: application/http;msgtype=response\r\n", "\r\n\r\nHTTP/1.1 200 OK\r\n"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.EndsWith("<p>x</p>\r\n\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_broken_off_at_any_byte_gives_all_records_before()
    {
        using (var archive = AnArchive.In(_folder.Path, _clock))
        {
            for (var i = 0; i < 3; i++)
                await archive.KeepAsync(AnArchive.Page($"/{i}", Encoding.ASCII.GetBytes($"page {i} of the harbour")), default);
        }

        var whole = await File.ReadAllBytesAsync(Directory.EnumerateFiles(_folder.Path).Single());
        var before = 0;
        for (var length = 30; length <= whole.Length; length++)
        {
            using var part = new MemoryStream(whole[..length]);
            var count = WarcReader.Read(part).Count();

            Assert.InRange(count, before, 3);
            before = count;
        }

        Assert.Equal(3, before);
    }

    [Fact]
    public async Task A_file_that_is_large_enough_or_of_yesterday_is_followed_by_the_next_and_old_ones_go()
    {
        var noise = new byte[700_000];
        new Random(1).NextBytes(noise);
        using var archive = AnArchive.In(_folder.Path, _clock, maxFileMegabytes: 1, days: 2);
        for (var i = 0; i < 4; i++)
            await archive.KeepAsync(AnArchive.Page($"/{i}", noise), default);

        var afterSize = Directory.GetFiles(_folder.Path).Length;
        _clock.Advance(TimeSpan.FromDays(1));
        await archive.KeepAsync(AnArchive.Page("/next-day", noise), default);
        var afterDay = Directory.GetFiles(_folder.Path).Length;
        _clock.Advance(TimeSpan.FromDays(2));
        await archive.SweepAsync(default);

        Assert.Equal((2, 3), (afterSize, afterDay));
        Assert.Equal(["/next-day"], AnArchive.Read(_folder.Path).Select(page => page.Url.AbsolutePath));
    }

    [Fact]
    public async Task A_withdrawn_articles_page_goes_from_a_file_and_all_else_in_it_stays()
    {
        using var archive = AnArchive.In(_folder.Path, _clock);
        foreach (var path in new[] { "/a", "/gone", "/b", "/gone" })
            await archive.KeepAsync(AnArchive.Page(path, Encoding.UTF8.GetBytes($"<p>{path}</p>")), default);

        var before = AnArchive.Read(_folder.Path);
        foreach (var file in await archive.CloseFilesAsync(default))
            await ArchiveFileRewrite.WithoutAsync(file, (urls, _) => Task.FromResult<IReadOnlySet<Uri>>(urls.Where(url => url.AbsolutePath == "/gone").ToHashSet()), _clock.Now, default);

        await archive.KeepAsync(AnArchive.Page("/c", []), default);
        var after = AnArchive.Read(_folder.Path);
        Assert.Equal(["/a", "/b", "/c"], after.Select(page => page.Url.AbsolutePath).Order(StringComparer.Ordinal));
        Assert.All(before.Where(page => page.Url.AbsolutePath is "/a" or "/b"), page =>
        {
            var kept = after.Single(other => other.Url == page.Url);
            Assert.Equal(page with { Body = [] }, kept with { Body = [] });
            Assert.Equal(page.Body, kept.Body);
        });
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public async Task A_file_that_another_process_may_still_write_to_is_left_until_tomorrow()
    {
        using var other = AnArchive.In(_folder.Path, _clock);
        await other.KeepAsync(AnArchive.Page("/a", []), default);
        using var archive = AnArchive.In(_folder.Path, _clock);

        var today = await archive.CloseFilesAsync(default);
        _clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await archive.CloseFilesAsync(default);

        Assert.Equal((0, 1), (today.Count, tomorrow.Count));
    }

    [Fact]
    public async Task The_oldest_files_go_when_all_are_too_large()
    {
        var noise = new byte[1_100_000];
        new Random(1).NextBytes(noise);
        using var archive = AnArchive.In(_folder.Path, _clock, maxFileMegabytes: 1, maxTotalMegabytes: 3);
        for (var i = 0; i < 5; i++)
        {
            await archive.KeepAsync(AnArchive.Page($"/{i}", noise), default);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        await archive.SweepAsync(default);

        Assert.Equal(["/3", "/4"], AnArchive.Read(_folder.Path).Select(page => page.Url.AbsolutePath));
    }

    [Fact]
    public async Task An_archive_that_cannot_be_written_keeps_no_page_from_its_way()
    {
        var file = _folder.File("taken");
        await File.WriteAllTextAsync(file, "a file where the folder should be");
        using var archive = AnArchive.In(file, _clock);

        await archive.KeepAsync(AnArchive.Page("/a", "x"u8.ToArray()), default);

        Assert.Equal("a file where the folder should be", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public void Bytes_that_are_no_warc_are_refused_and_hostile_lengths_cost_nothing()
    {
        Assert.Throws<InvalidDataException>(() => WarcReader.Read(new MemoryStream("hello"u8.ToArray())).ToList());

        var before = GC.GetTotalAllocatedBytes();
        Assert.Empty(WarcReader.Read(new MemoryStream("WARC/1.1\r\nContent-Length: 99999999999\r\n\r\n"u8.ToArray())).ToList());
        Assert.True(GC.GetTotalAllocatedBytes() - before < 10_000_000);
    }

    public void Dispose() => _folder.Dispose();

    private static int CountOf(byte[] bytes, byte[] pattern) => Enumerable.Range(0, bytes.Length - pattern.Length).Count(at => bytes.AsSpan(at, pattern.Length).SequenceEqual(pattern));
}
