namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Applies entries of the story log to the index: the one place that says what each kind of entry means.</summary>
internal sealed class StoryReplay(StoryIndex index, TimeSpan window)
{
    public void Apply(StoryLogEntry entry)
    {
        if (entry.Position != index.Next)
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
                foreach (var articleId in split.ArticleIds)
                {
                    Move(articleId, split.NewStoryId, split);
                }

                break;
            case ArticlePinned pin:
                Move(pin.ArticleId, pin.StoryId, pin);
                break;
            default:
                throw new InvalidOperationException($"No meaning is known for a story log entry of kind {entry.GetType().Name}: this program is older than the log; run the newer one.");
        }
    }

    private void Assign(ArticleAssigned entry)
    {
        var before = index.Article(entry.ArticleId);
        if (before is null)
        {
            index.Count(entry.Language, entry.Vector);
            if (entry.CrossLanguage is { } names)
            {
                index.Count(StoryIndex.AnyLanguage, names);
            }
        }

        Leave(before, entry);
        Enter(
            new ArticleState
            {
                ArticleId = entry.ArticleId,
                Revision = entry.Revision,
                Position = entry.Position,
                DecidedAt = entry.At,
                StoryId = entry.StoryId,
                DuplicateOf = entry.DuplicateOf,
                Title = entry.Title,
                Language = entry.Language,
                Time = entry.Time,
                SeenAt = entry.SeenAt,
                Vector = entry.Vector,
                CrossLanguage = entry.CrossLanguage,
                Fingerprint = entry.Fingerprint,
            },
            entry);
    }

    private void Remove(ArticleRemoved entry)
    {
        Leave(index.Article(entry.ArticleId), entry);
        index.Put(new ArticleState { ArticleId = entry.ArticleId, Revision = entry.Revision, Position = entry.Position, DecidedAt = entry.At });
    }

    private void Merge(StoriesMerged entry)
    {
        foreach (var articleId in index.Story(entry.From)!.Members)
        {
            Move(articleId, entry.StoryId, entry);
        }

        Touch(index.Story(entry.From)! with { MergedInto = entry.StoryId }, entry);
        Touch(index.Story(entry.StoryId)!, entry);
    }

    private void Move(string articleId, string storyId, StoryLogEntry entry)
    {
        if (index.Article(articleId) is { StoryId: not null } article)
        {
            Leave(article, entry);
            Enter(article with { StoryId = storyId, Position = entry.Position, DecidedAt = entry.At }, entry);
        }
    }

    private void Enter(ArticleState article, StoryLogEntry entry)
    {
        var story = index.Story(article.StoryId!) ?? new StoryState
        {
            Id = article.StoryId!,
            Version = entry.Position,
            Title = article.Title,
            Language = article.Language,
            From = article.Time,
            To = article.Time,
            FirstSeenAt = article.SeenAt,
            LastSeenAt = article.SeenAt,
            ChangedAt = entry.At,
        };
        if (story.Members.Count == 0)
        {
            story = story with { Closed = false, From = article.Time, To = article.Time, LastSeenAt = article.SeenAt };
        }

        var kept = story.Closed ? article with { Vector = null } : article;
        index.Put(kept);
        index.Link(kept);
        Touch(
            story with
            {
                // The story takes back its first place if the article was in it before (a newer revision, a merge undone).
                Members = story.Members.Contains(article.ArticleId) ? story.Members : story.Members.Add(article.ArticleId),
                From = article.Time < story.From ? article.Time : story.From,
                To = article.Time > story.To ? article.Time : story.To,
                LastSeenAt = article.SeenAt > story.LastSeenAt ? article.SeenAt : story.LastSeenAt,
                MergedInto = null,
            },
            entry);
    }

    private void Leave(ArticleState? article, StoryLogEntry entry)
    {
        if (article?.StoryId is not { } storyId)
        {
            return;
        }

        index.Unlink(article);
        if (entry is ArticleAssigned { StoryId: var next } && next == storyId)
        {
            // A newer revision in the same story keeps its place among the members.
            return;
        }

        var story = index.Story(storyId)!;
        Touch(story with { Members = story.Members.Remove(article.ArticleId) }, entry);
    }

    private void Touch(StoryState story, StoryLogEntry entry)
    {
        var touched = story with { Version = entry.Position, ChangedAt = entry.At };
        if (touched.Members.Count > 0)
        {
            var members = touched.Members.ConvertAll(id => index.Article(id)!);
            var language = members.CountBy(member => member.Language).MaxBy(pair => pair.Value).Key;
            touched = touched with { Language = language, Title = members.First(member => member.Language == language).Title };
        }

        index.Put(touched);
        index.Touched.Add(touched.Id);
    }

    private void CloseStale()
    {
        while (index.Stalest is { } story && story.LastSeenAt < index.Clock - window)
        {
            foreach (var articleId in story.Members)
            {
                var article = index.Article(articleId)!;
                index.Unlink(article);
                index.Put(article with { Vector = null, CrossLanguage = null, Fingerprint = [] });
            }

            index.Put(story with { Closed = true });
        }
    }
}
