using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Tests.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.PollSources;

public sealed class PagesReadAlreadyTests : IDisposable
{
    private static readonly DateTimeOffset ReadAt = AnArticle.SomeTime;

    private readonly SqliteFile _file = new();
    private readonly IKeyStore _keys;
    private readonly IArticleStore _articles;
    private readonly IPendingPageStore _pages;

    public PagesReadAlreadyTests()
    {
        _keys = new SqliteKeyStore(_file.Database);
        _articles = new SqliteArticleStore(_file.Database);
        _pages = new SqlitePendingPageStore(_file.Database);
    }

    [Theory]
    [InlineData(true, 5, null, true)] // named by a second list for the first time, just read for the first one
    [InlineData(true, 5, -10, true)] // and not changed since
    [InlineData(true, 5, 2, false)] // changed after it was read, by the list's own word
    [InlineData(false, 5, null, false)] // the list said after the reading that it changed
    [InlineData(false, -5, null, true)] // the list said so before
    public async Task A_page_is_spared_a_fetch_only_while_nothing_says_that_it_is_newer_than_what_was_read(bool isNewInList, int foundMinutesLater, int? updatedMinutesLater, bool isSpared)
    {
        await new ReadingCommit(_keys, _articles, new ManualClock()).CommitAsync([AnArticle.Reading("https://news.example/a", source: "World") with { ReadAt = ReadAt }], default);
        var url = new Uri("https://news.example/a");
        var page = new PendingPage
        {
            Id = PendingPage.IdOf("local", url),
            SourceId = "local",
            Url = url,
            Hints = new PageHints(UpdatedAt: updatedMinutesLater is { } minutes ? ReadAt.AddMinutes(minutes) : null),
            NextAttemptAt = ReadAt,
            FoundAt = ReadAt.AddMinutes(foundMinutesLater),
            IsNewInList = isNewInList,
        };
        await _pages.PutAsync([page], default);
        var stored = Assert.Single(await _pages.ReadDueAsync(ReadAt.AddHours(1), 10, default));

        var settled = await new PagesReadAlready(_keys, _articles, _pages, Options.Create(new PollingOptions()), new ManualClock()).TrySettleAsync(stored, Local(), default);

        Assert.Equal(isSpared, settled);
        Assert.Equal(isSpared ? 0 : 1, (await _pages.CountAsync(default)).Waiting);
    }

    public void Dispose() => _file.Dispose();

    private static Source Local() => new SourceInput("Local", "feed", "https://local.example/rss", null, null, 15).ToSource("local", ReadAt);
}
