using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>How a snapshot holds a story and an article, without their ids.</summary>
internal static class SnapshotRecords
{
    public static void Write(PackedWriter writer, StoryState story)
    {
        writer.WriteNumber(story.Version);
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

    /// <summary>The story but for its members.</summary>
    public static StoryState ReadStory(ref PackedReader reader, string id, StoryIndex index) => new()
    {
        Id = id,
        Version = reader.ReadNumber(),
        Title = reader.ReadString(),
        Language = index.Shared(reader.ReadWord()),
        MergedInto = reader.ReadOptionalId(),
        SplitFrom = reader.ReadOptionalId(),
        IsEdited = reader.ReadBoolean(),
        From = reader.ReadTime(),
        To = reader.ReadTime(),
        FirstSeenAt = reader.ReadTime(),
        LastSeenAt = reader.ReadTime(),
        ChangedAt = reader.ReadTime(),
        Closed = reader.ReadBoolean(),
    };

    /// <summary>An article.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="article">The article.</param>
    /// <param name="moved">Whether it came into its story by a move.</param>
    /// <param name="termsAt">The entry that says what it is compared by; 0 where its story is closed.</param>
    public static void Write(PackedWriter writer, ArticleState article, bool moved, long termsAt)
    {
        writer.WriteNumber(article.Revision);
        writer.WriteNumber(article.Position);
        writer.WriteTime(article.DecidedAt);
        writer.WriteOptionalId(article.PutInto);
        writer.Write(article.StoryId is not null);
        if (article.StoryId is null)
        {
            return;
        }

        writer.Write(moved);
        writer.WriteNumber(article.JoinedAt);
        writer.Write(article.IsLate);
        WriteRepetition(writer, article.Repeats);
        writer.Write(article.Title);
        writer.Write(article.Language);
        writer.WriteTime(article.Time);
        writer.WriteTime(article.SeenAt);
        writer.WriteNumber(termsAt);
        writer.Write(article.Source);
    }

    /// <summary>An article and whether it came into its story by a move.</summary>
    /// <param name="reader">Stands at the record.</param>
    /// <param name="id">The article.</param>
    /// <param name="storyId">The story that it follows; null when it follows none.</param>
    /// <param name="index">Whose words it shares.</param>
    /// <exception cref="FormatException">It is a member and follows no story.</exception>
    public static (ArticleState Article, bool Moved) ReadArticle(ref PackedReader reader, string id, string? storyId, StoryIndex index)
    {
        var (revision, position, decidedAt, putInto) = (reader.ReadNumber(), reader.ReadNumber(), reader.ReadTime(), reader.ReadOptionalId());
        if (!reader.ReadBoolean())
        {
            return (new ArticleState { ArticleId = id, Revision = revision, Position = position, DecidedAt = decidedAt, PutInto = putInto }, false);
        }

        var moved = reader.ReadBoolean();
        var article = new ArticleState
        {
            ArticleId = id,
            Revision = revision,
            Position = position,
            DecidedAt = decidedAt,
            PutInto = putInto,
            JoinedAt = reader.ReadNumber(),
            IsLate = reader.ReadBoolean(),
            StoryId = storyId ?? throw new FormatException("a member of no story stands there"),
            Repeats = ReadRepetition(ref reader),
            Title = reader.ReadString(),
            Language = index.Shared(reader.ReadWord()),
            Time = reader.ReadTime(),
            SeenAt = reader.ReadTime(),
            TermsAt = reader.ReadNumber(),
            Source = index.Shared(reader.ReadWord()),
        };
        return (article, moved);
    }

    private static void WriteRepetition(PackedWriter writer, Repetition? repeats)
    {
        writer.WriteOptionalId(repeats?.Of);
        if (repeats is not null)
        {
            writer.Write(repeats.Kind ?? "");
            writer.Write(repeats.Share ?? -1);
        }
    }

    private static Repetition? ReadRepetition(ref PackedReader reader) =>
        reader.ReadOptionalId() is { } of ? new Repetition(of, reader.ReadString() is { Length: > 0 } kind ? kind : null, reader.ReadDouble() is >= 0 and var share ? share : null) : null;
}
