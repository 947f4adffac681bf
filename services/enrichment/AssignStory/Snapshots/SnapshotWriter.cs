using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>Writes an index in parts; each is made when it is asked for, so that only one is in memory.</summary>
internal sealed class SnapshotWriter(StoryIndexCopy copy)
{
    private readonly PackedWriter _closed = new();

    /// <summary>Whole records only: none begins in one part and ends in another.</summary>
    public IEnumerable<byte[]> Parts()
    {
        var writer = new PackedWriter();
        foreach (var write in Records())
        {
            write(writer);
            if (writer.Length >= SnapshotFormat.PartBytes)
            {
                yield return Sealed(writer);
            }
        }

        yield return Sealed(writer);
    }

    private static byte[] Sealed(PackedWriter writer)
    {
        byte[] part = [.. writer.Written, .. SnapshotFormat.SealOf(writer.Written)];
        writer.Clear();
        return part;
    }

    private IEnumerable<Action<PackedWriter>> Records()
    {
        yield return WriteHead;
        foreach (var language in copy.Languages)
        {
            yield return writer => WriteLanguage(writer, language);
        }

        foreach (var record in copy.ClosedBefore.Records)
        {
            yield return writer => WriteClosed(writer, record.Span);
        }

        foreach (var story in copy.Stories)
        {
            yield return writer => WriteWhole(writer, story);
        }

        foreach (var withdrawn in copy.Articles.Values.Where(article => article.StoryId is null))
        {
            yield return writer => WriteArticle(writer, withdrawn, moved: false);
        }

        yield return writer => writer.Write(SnapshotFormat.End);
    }

    private void WriteHead(PackedWriter writer)
    {
        writer.Write(SnapshotFormat.Head);
        writer.Write(copy.Next);
        writer.Write(copy.ResumedAt);
        writer.WriteTime(copy.Clock);
        var closed = copy.Stories.Where(story => story.Closed).ToList();
        writer.WriteInt(copy.ClosedBefore.Records.Count + closed.Count);
        writer.WriteInt(copy.ClosedBefore.Members + closed.Sum(story => story.Members.Count));
    }

    private static void WriteLanguage(PackedWriter writer, LanguageCopy language)
    {
        writer.Write(SnapshotFormat.Language);
        writer.Write(language.Language);
        writer.WriteInt(language.Counted.Length);
        foreach (var position in language.Counted)
        {
            writer.WriteNumber(position);
        }
    }

    private static void WriteClosed(PackedWriter writer, ReadOnlySpan<byte> record)
    {
        writer.Write(SnapshotFormat.ClosedStory);
        writer.WriteInt(record.Length);
        writer.Write(record);
    }

    private bool TryWriteClosed(PackedWriter writer, StoryState story)
    {
        _closed.Clear();
        var isPacked = ClosedStories.TryPack(_closed, story, [.. story.Members.Select(id => copy.Articles[id])]);
        if (isPacked)
        {
            WriteClosed(writer, _closed.Written);
        }

        return isPacked;
    }

    // A story's members follow it in their order.
    private void WriteWhole(PackedWriter writer, StoryState story)
    {
        if (story.Closed && TryWriteClosed(writer, story))
        {
            return;
        }

        writer.Write(SnapshotFormat.Story);
        writer.WriteId(story.Id);
        SnapshotRecords.Write(writer, story);
        foreach (var id in story.Members)
        {
            WriteArticle(writer, copy.Articles[id], story.Moved.Contains(id));
        }
    }

    private static void WriteArticle(PackedWriter writer, ArticleState article, bool moved)
    {
        writer.Write(SnapshotFormat.Article);
        writer.WriteId(article.ArticleId);
        SnapshotRecords.Write(writer, article, moved, article.TermsAt);
    }
}
