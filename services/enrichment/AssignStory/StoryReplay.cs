using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Applies entries of the story log to the index: the one place that says what each kind of entry means.</summary>
internal sealed class StoryReplay(StoryIndex index, TimeSpan window)
{
    private static readonly StoryVector NoNames = new([], []);

    public void Apply(StoryLogEntry entry)
    {
        // After a restore the log goes on beyond a gap; nothing else may leave one.
        if (entry.Position != index.Next && !(entry is StoriesResumed && entry.Position > index.Next))
        {
            throw new InvalidOperationException($"The story log was to go on at {index.Next} but the entry is {entry.Position}: entries must be applied in order, each once.");
        }

        index.Advance(entry.Position, entry is ArticleAssigned assigned ? assigned.SeenAt : index.Clock);
        switch (entry)
        {
            case ArticleAssigned assignment:
                Assign(assignment);
                CloseStale();
                break;
            case ArticleRemoved removal:
                Remove(removal);
                break;
            case StoriesMerged merge:
                Merge(merge);
                break;
            case StorySplit split:
                Split(split);
                break;
            case ArticlePinned pin:
                Pin(pin);
                break;
            case StoriesResumed:
                index.Resume(entry.Position);
                break;
            default:
                throw new InvalidOperationException($"No meaning is known for a story log entry of kind {entry.GetType().Name}: this program is older than the log; run the newer one.");
        }
    }

    private void Assign(ArticleAssigned entry)
    {
        var before = index.Article(entry.ArticleId);
        var terms = index.LinksLater ? null : entry.Compared;
        var words = terms is null ? null : index.Language(entry.Language).Number(terms.Vector);
        var names = terms is null ? null : index.Language(StoryLinks.AnyLanguage).Number(terms.CrossLanguage ?? NoNames);

        // A further revision is not counted again.
        if (before is null)
        {
            index.Count(index.Language(entry.Language), new CountedArticle(entry.Position, words));
            index.Count(index.Language(StoryLinks.AnyLanguage), new CountedArticle(entry.Position, names));
        }

        // A newer revision in the same story keeps its place among the members.
        var stays = before?.StoryId == entry.StoryId;
        if (stays)
        {
            index.Unlink(before!);
        }
        else
        {
            Leave(before, entry);
        }

        var story = index.Story(entry.StoryId);
        Enter(
            new ArticleState
            {
                ArticleId = entry.ArticleId,
                Revision = entry.Revision,
                Position = entry.Position,
                JoinedAt = stays ? before!.JoinedAt : entry.Position,
                DecidedAt = entry.At,
                StoryId = story?.Id ?? entry.StoryId,
                PutInto = before?.PutInto,
                Repeats = entry.Repeats,
                IsLate = stays ? before!.IsLate : entry.IsLate,
                Title = entry.Title,
                Language = index.Shared(entry.Language),
                Time = entry.Time,
                SeenAt = entry.SeenAt,
                Source = index.Shared(entry.Source ?? ""),
                TermsAt = entry.Position,
                Vector = words is null ? null : LanguageIndex.Read(terms!.Vector, words),
                CrossLanguage = terms?.CrossLanguage is null ? null : LanguageIndex.Read(terms.CrossLanguage, names!),
                Fingerprint = terms?.Fingerprint ?? [],
                Sketch = terms?.Sketch ?? TextSketch.None,
            },
            story,
            stays,
            entry);
    }

    private void Remove(ArticleRemoved entry)
    {
        var before = index.Article(entry.ArticleId);
        Leave(before, entry);
        index.Put(new ArticleState { ArticleId = entry.ArticleId, Revision = entry.Revision, Position = entry.Position, DecidedAt = entry.At, PutInto = before?.PutInto });
    }

    private void Merge(StoriesMerged entry)
    {
        Move(index.Story(entry.From)!.Members, entry.StoryId, entry, byEditor: !entry.Automatic);
        Touch(Edited(index.Story(entry.From)!, !entry.Automatic) with { MergedInto = entry.StoryId }, entry);
        Touch(Edited(index.Story(entry.StoryId)!, !entry.Automatic), entry);
    }

    private void Split(StorySplit entry)
    {
        Move(entry.ArticleIds, entry.NewStoryId, entry, byEditor: !entry.Automatic);
        if (index.Story(entry.StoryId) is { } rest)
        {
            index.Put(Edited(rest, !entry.Automatic));
        }

        if (index.Story(entry.NewStoryId) is { } taken)
        {
            index.Put(Edited(taken, !entry.Automatic) with { SplitFrom = entry.StoryId });
        }
    }

    // Where it is already, it keeps its place: from now on nothing automatic moves it.
    private void Pin(ArticlePinned entry)
    {
        if (index.Article(entry.ArticleId) is { } article && article.StoryId == entry.StoryId)
        {
            index.Put(article with { PutInto = entry.StoryId });
            Touch(index.Story(entry.StoryId)!, entry);
        }
        else
        {
            Move([entry.ArticleId], entry.StoryId, entry, byEditor: true);
        }

        if (index.Story(entry.StoryId) is { } story)
        {
            index.Put(Edited(story, byEditor: true));
        }
    }

    private static StoryState Edited(StoryState story, bool byEditor) => byEditor ? story with { IsEdited = true } : story;

    private void Move(IReadOnlyCollection<string> articleIds, string storyId, StoryLogEntry entry, bool byEditor)
    {
        var articles = articleIds.Select(index.Article).OfType<ArticleState>().Where(article => article.StoryId is not null).ToList();
        foreach (var leaving in articles.GroupBy(article => article.StoryId!, StringComparer.Ordinal))
        {
            foreach (var article in leaving)
            {
                index.Unlink(article);
            }

            Touch(Without(index.Story(leaving.Key)!, leaving.Select(article => article.ArticleId).ToHashSet(StringComparer.Ordinal)), entry);
        }

        foreach (var article in articles)
        {
            // That it came late was said of the story that it leaves.
            var story = Enter(article with { StoryId = storyId, IsLate = false, PutInto = byEditor ? storyId : null, Position = entry.Position, JoinedAt = entry.Position, DecidedAt = entry.At }, index.Story(storyId), stays: false, entry);
            index.Put(story with { Moved = story.Moved.Add(article.ArticleId) });
        }
    }

    private StoryState Enter(ArticleState article, StoryState? before, bool stays, StoryLogEntry entry)
    {
        var story = before is { Members.Count: 0 } ? before with { Closed = false, From = article.Time, To = article.Time, LastSeenAt = article.SeenAt } : before;
        var kept = story is { Closed: true } ? article.Closed() : article;
        index.Put(kept);
        index.Link(kept);
        return Touched(story is null ? Opened(article, entry) : Entered(article, story, stays, entry));
    }

    private StoryState Entered(ArticleState article, StoryState story, bool stays, StoryLogEntry entry)
    {
        // The title is the first member's in the language of most: one more in that language changes neither, and a story may have thousands.
        var asBefore = !stays && story.Members.Count > 0 && article.Language == story.Language;
        var entered = story with
        {
            Members = stays ? story.Members : story.Members.Add(article.ArticleId),
            Moved = stays ? story.Moved.Remove(article.ArticleId) : story.Moved,
            From = article.Time < story.From ? article.Time : story.From,
            To = article.Time > story.To ? article.Time : story.To,
            LastSeenAt = article.SeenAt > story.LastSeenAt ? article.SeenAt : story.LastSeenAt,
            MergedInto = null,
            Version = entry.Position,
            ChangedAt = entry.At,
        };
        return asBefore ? entered : Named(entered);
    }

    private static StoryState Opened(ArticleState article, StoryLogEntry entry) => new()
    {
        Id = article.StoryId!,
        Version = entry.Position,
        Title = article.Title,
        Language = article.Language,
        Members = [article.ArticleId],
        From = article.Time,
        To = article.Time,
        FirstSeenAt = article.SeenAt,
        LastSeenAt = article.SeenAt,
        ChangedAt = entry.At,
    };

    private void Leave(ArticleState? article, StoryLogEntry entry)
    {
        if (article?.StoryId is { } storyId)
        {
            index.Unlink(article);
            Touch(Without(index.Story(storyId)!, [article.ArticleId]), entry);
        }
    }

    private StoryState Without(StoryState story, HashSet<string> leaving) =>
        Named(story with { Members = story.Members.RemoveAll(leaving.Contains), Moved = story.Moved.Except(leaving) });

    private StoryState Named(StoryState story)
    {
        if (story.Members.Count == 0)
        {
            return story;
        }

        var members = story.Members.ConvertAll(id => index.Article(id)!);
        var language = members.CountBy(member => member.Language).MaxBy(pair => pair.Value).Key;
        return story with { Language = language, Title = members.First(member => member.Language == language).Title };
    }

    private StoryState Touch(StoryState story, StoryLogEntry entry) => Touched(story with { Version = entry.Position, ChangedAt = entry.At });

    private StoryState Touched(StoryState story)
    {
        index.Put(story);
        index.Touch(story.Id);
        return story;
    }

    private void CloseStale()
    {
        while (index.Stalest(before: index.Clock - window) is { } story)
        {
            index.Close(story);
        }
    }
}
