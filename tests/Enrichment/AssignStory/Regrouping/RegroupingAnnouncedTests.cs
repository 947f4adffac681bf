using NewsPlatform.Enrichment.AnnounceStory;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Enrichment.Tests.AssignStory.Regrouping;

/// <summary>What follows for the stories is appended with the decision and told like an editor's work.</summary>
public sealed class RegroupingAnnouncedTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly Told _told = new();

    public RegroupingAnnouncedTests() => _database = new SqliteDatabase(_folder.File("enrichment.db"), EnrichmentService.Migrations);

    [Fact]
    public async Task Tells_where_the_articles_of_a_story_went_that_was_merged_by_itself_and_answers_from_there()
    {
        using var decider = ADecider.On(new SqliteLogStore(_database), changes: _told);

        var answers = await decider.CommitAsync([.. new[] { AWording.Of("dock", "abcd"), AWording.Of("crane", "efgh"), AWording.Of("both", "abcdefg") }.Select(article => new AssignArticle(article))], default);

        var (dock, crane) = (answers[0].Decision!.StoryId!, answers[1].Decision!.StoryId!);
        Assert.Equal((dock, 4), (_told.Stories[crane].MergedInto, _told.Stories[crane].Version));
        Assert.Equal(["crane"], _told.Stories[dock].Moved);
        var again = await decider.CommitAsync([new AssignArticle(AWording.Of("crane", "efgh"))], default);
        Assert.Equal((StoryOutcome.Known, dock, 4), (again[0].Decision!.Outcome, again[0].Decision!.StoryId, again[0].Decision!.Position));
        Assert.True(((StoriesMerged)(await decider.ExplainAsync(dock, "crane", default))!).Automatic);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private sealed class Told : IStoryChanges
    {
        public Dictionary<string, StorySnapshot> Stories { get; } = new(StringComparer.Ordinal);

        public void Changed(IReadOnlyList<StorySnapshot> stories)
        {
            foreach (var story in stories)
            {
                Stories[story.StoryId] = story;
            }
        }

        public void ChangedElsewhere(IReadOnlyList<StorySnapshot> stories) => Changed(stories);
    }
}
