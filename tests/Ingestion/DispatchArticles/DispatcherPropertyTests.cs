using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.Tests.DispatchArticles;

public sealed class DispatcherPropertyTests
{
    private const int Steps = 600;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 100)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_article_ends_published_in_its_newest_revision_whatever_is_lost_doubled_reordered_or_killed(int seed)
    {
        await using var world = new LossyWorld(seed);
        for (var step = 0; step < Steps; step++)
        {
            await world.StepAsync();
            var midway = await world.Articles.CountAsync(default);
            Assert.Equal(midway.Accepted, midway.Pending + midway.Sent + midway.Published + midway.Withdrawn + midway.Dead);
        }

        await world.CalmDownAsync();

        // Counted from the outputs: what publishing holds is the newest revision of every article, with its content.
        Assert.Equal(world.Created, world.Articles.Rows.Count);
        Assert.Equal(world.Created, world.Published.Count);
        foreach (var row in world.Articles.Rows)
        {
            var (held, title) = world.Published[row.Id];
            Assert.Equal((row.Revision, row.IsWithdrawal), (held.Revision, held.Withdrawn));
            Assert.Equal(row.IsWithdrawal ? ArticleState.Withdrawn : ArticleState.Published, row.State);
            Assert.Equal(row.IsWithdrawal ? null : (await world.Articles.ReadContentsAsync([row.Id], default))[row.Id].Content.Title, title);
        }

        Assert.Empty(world.Letters.Open);
    }
}
