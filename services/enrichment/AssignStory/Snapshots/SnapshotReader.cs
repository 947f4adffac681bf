using System.Collections.Immutable;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>Puts an index together from the parts of a snapshot, in their order.</summary>
internal sealed class SnapshotReader(int countedArticles)
{
    private readonly StoryIndex _index = new(countedArticles);
    private readonly ImmutableList<string>.Builder _members = ImmutableList.CreateBuilder<string>();
    private readonly ImmutableHashSet<string>.Builder _moved = ImmutableHashSet.CreateBuilder<string>();
    private StoryState? _story;
    private bool _ended;

    /// <summary>Reads the next part.</summary>
    /// <exception cref="InvalidDataException">It is no part of a snapshot of this format.</exception>
    public void Read(byte[] part)
    {
        try
        {
            var reader = new PackedReader(part);
            while (!reader.IsAtEnd)
            {
                ReadRecord(ref reader);
            }
        }
        catch (Exception damaged) when (damaged is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"A part of the story snapshot is damaged: {damaged.Message}", damaged);
        }
    }

    /// <summary>The index, when all parts were read; what its articles are compared by is missing.</summary>
    /// <exception cref="InvalidDataException">The last part is missing.</exception>
    public StoryIndex End()
    {
        if (!_ended)
        {
            throw new InvalidDataException("The story snapshot ends before its end.");
        }

        return _index;
    }

    private void ReadRecord(ref PackedReader reader)
    {
        switch (reader.ReadByte())
        {
            case SnapshotFormat.Head:
                _index.LinkLater();
                _index.StandAt(reader.ReadInt64(), reader.ReadInt64(), reader.ReadTime());
                break;
            case SnapshotFormat.Language:
                ReadLanguage(ref reader);
                break;
            case SnapshotFormat.Story:
                EndStory();
                _story = ReadStory(ref reader);
                break;
            case SnapshotFormat.Article:
                ReadArticle(ref reader);
                break;
            case SnapshotFormat.End:
                EndStory();
                _ended = true;
                break;
            case var other:
                throw new InvalidDataException($"A part of the story snapshot holds a record of kind {other}, which is none.");
        }
    }

    private void ReadLanguage(ref PackedReader reader)
    {
        var language = _index.Language(reader.ReadString());
        var count = reader.ReadInt();
        for (var i = 0; i < count; i++)
        {
            language.Count(new CountedArticle(reader.ReadNumber(), null));
        }
    }

    private void EndStory()
    {
        if (_story is not null)
        {
            _index.Put(_story with { Members = _members.ToImmutable(), Moved = _moved.Count == 0 ? ImmutableHashSet<string>.Empty : _moved.ToImmutable() });
        }

        _members.Clear();
        _moved.Clear();
        _story = null;
    }

    private StoryState ReadStory(ref PackedReader reader) => new()
    {
        Id = reader.ReadId(),
        Version = reader.ReadNumber(),
        Title = reader.ReadString(),
        Language = _index.Shared(reader.ReadString()),
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

    private void ReadArticle(ref PackedReader reader)
    {
        var article = new ArticleState { ArticleId = reader.ReadId(), Revision = reader.ReadNumber(), Position = reader.ReadNumber(), DecidedAt = reader.ReadTime(), PutInto = reader.ReadOptionalId() };
        if (!reader.ReadBoolean())
        {
            // Withdrawn ones come last, beyond every story.
            EndStory();
            _index.Put(article);
            return;
        }

        var moved = reader.ReadBoolean();
        var joinedAt = reader.ReadNumber();
        var isLate = reader.ReadBoolean();
        if (moved)
        {
            _moved.Add(article.ArticleId);
        }

        _members.Add(article.ArticleId);
        _index.Put(article with
        {
            JoinedAt = joinedAt,
            IsLate = isLate,
            StoryId = (_story ?? throw Misplaced("a member")).Id,
            Repeats = ReadRepetition(ref reader),
            Title = reader.ReadString(),
            Language = _index.Shared(reader.ReadString()),
            Time = reader.ReadTime(),
            SeenAt = reader.ReadTime(),
            TermsAt = reader.ReadNumber(),
            Source = _index.Shared(reader.ReadString()),
        });
    }

    private static InvalidDataException Misplaced(string record) => new($"The story snapshot holds {record} of nothing.");

    private static Repetition? ReadRepetition(ref PackedReader reader) =>
        reader.ReadOptionalId() is { } of ? new Repetition(of, reader.ReadString() is { Length: > 0 } kind ? kind : null, reader.ReadDouble() is >= 0 and var share ? share : null) : null;
}
