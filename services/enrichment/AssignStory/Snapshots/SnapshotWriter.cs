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
                yield return Sealed(buffer);
            }
        }

        yield return Sealed(buffer);
    }

    private static byte[] Sealed(MemoryStream buffer)
    {
        byte[] part = [.. buffer.GetBuffer().AsSpan(0, (int)buffer.Length), .. SnapshotFormat.SealOf(buffer.GetBuffer().AsSpan(0, (int)buffer.Length))];
        buffer.SetLength(0);
        return part;
    }

    private IEnumerable<Action<BinaryWriter>> Records()
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

    private void WriteHead(BinaryWriter writer)
    {
        writer.Write(SnapshotFormat.Head);
        writer.Write(copy.Next);
        writer.Write(copy.ResumedAt);
        writer.WriteTime(copy.Clock);
        var closed = copy.Stories.Where(story => story.Closed).ToList();
        writer.Write7BitEncodedInt(copy.ClosedBefore.Records.Count + closed.Count);
        writer.Write7BitEncodedInt(copy.ClosedBefore.Members + closed.Sum(story => story.Members.Count));
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

    private static void WriteClosed(BinaryWriter writer, ReadOnlySpan<byte> record)
    {
        writer.Write(SnapshotFormat.ClosedStory);
        writer.Write7BitEncodedInt(record.Length);
        writer.Write(record);
    }

    // A story's members follow it in their order.
    private void WriteWhole(BinaryWriter writer, StoryState story)
    {
        if (story.Closed && ClosedStories.Pack(story, copy.Articles) is { } record)
        {
            WriteClosed(writer, record);
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

    private static void WriteArticle(BinaryWriter writer, ArticleState article, bool moved)
    {
        writer.Write(SnapshotFormat.Article);
        writer.WriteId(article.ArticleId);
        SnapshotRecords.Write(writer, article, moved);
    }
}
