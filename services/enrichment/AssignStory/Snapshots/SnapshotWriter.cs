using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>Writes an index in parts; each is made when it is asked for, so that only one is in memory.</summary>
internal sealed class SnapshotWriter(StoryIndexCopy copy)
{
    /// <summary>Whole records only: none begins in one part and ends in another.</summary>
    public IEnumerable<byte[]> Parts()
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        foreach (var write in Records())
        {
            write(writer);
            if (buffer.Length >= SnapshotFormat.PartBytes)
            {
                yield return buffer.ToArray();
                buffer.SetLength(0);
            }
        }

        yield return buffer.ToArray();
    }

    private IEnumerable<Action<BinaryWriter>> Records()
    {
        yield return WriteHead;
        foreach (var language in copy.Languages)
        {
            yield return writer => WriteLanguage(writer, language);
        }

        // A story's members follow it in their order.
        foreach (var story in copy.Stories)
        {
            yield return writer => WriteStory(writer, story);
            foreach (var id in story.Members)
            {
                yield return writer => WriteArticle(writer, copy.Articles[id], story.Moved.Contains(id));
            }
        }

        foreach (var withdrawn in copy.Articles.Values.Where(article => article.StoryId is null))
        {
            yield return writer => WriteArticle(writer, withdrawn, moved: false);
        }

        yield return writer => writer.Write(SnapshotFormat.End);
    }

    private void WriteHead(BinaryWriter writer)
    {
        writer.Write(SnapshotFormat.Head);
        writer.Write(copy.Next);
        writer.Write(copy.ResumedAt);
        writer.WriteTime(copy.Clock);
    }

    private static void WriteLanguage(BinaryWriter writer, LanguageCopy language)
    {
        writer.Write(SnapshotFormat.Language);
        writer.Write(language.Language);
        writer.Write7BitEncodedInt(language.Counted.Length);
        foreach (var position in language.Counted)
        {
            writer.Write7BitEncodedInt64(position);
        }
    }

    private static void WriteStory(BinaryWriter writer, StoryState story)
    {
        writer.Write(SnapshotFormat.Story);
        writer.WriteId(story.Id);
        writer.Write7BitEncodedInt64(story.Version);
        writer.Write(story.Title);
        writer.Write(story.Language);
        writer.WriteOptionalId(story.MergedInto);
        writer.WriteOptionalId(story.SplitFrom);
        writer.Write(story.IsEdited);
        writer.WriteTime(story.From);
        writer.WriteTime(story.To);
        writer.WriteTime(story.FirstSeenAt);
        writer.WriteTime(story.LastSeenAt);
        writer.WriteTime(story.ChangedAt);
        writer.Write(story.Closed);
    }

    private static void WriteArticle(BinaryWriter writer, ArticleState article, bool moved)
    {
        writer.Write(SnapshotFormat.Article);
        writer.WriteId(article.ArticleId);
        writer.Write7BitEncodedInt64(article.Revision);
        writer.Write7BitEncodedInt64(article.Position);
        writer.WriteTime(article.DecidedAt);
        writer.WriteOptionalId(article.PutInto);
        writer.Write(article.StoryId is not null);
        if (article.StoryId is null)
        {
            return;
        }

        writer.Write(moved);
        writer.Write7BitEncodedInt64(article.JoinedAt);
        writer.Write(article.IsLate);
        WriteRepetition(writer, article.Repeats);
        writer.Write(article.Title);
        writer.Write(article.Language);
        writer.WriteTime(article.Time);
        writer.WriteTime(article.SeenAt);
        writer.Write7BitEncodedInt64(article.TermsAt);
        writer.Write(article.Source);
    }

    private static void WriteRepetition(BinaryWriter writer, Repetition? repeats)
    {
        writer.WriteOptionalId(repeats?.Of);
        if (repeats is not null)
        {
            writer.Write(repeats.Kind ?? "");
            writer.Write(repeats.Share ?? -1);
        }
    }
}
