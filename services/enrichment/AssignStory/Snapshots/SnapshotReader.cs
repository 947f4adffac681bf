using System.Collections.Immutable;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>Puts an index together from the parts of a snapshot, in their order.</summary>
internal sealed class SnapshotReader
{
    private readonly StoryIndex _index = new();
    private readonly ImmutableList<string>.Builder _members = ImmutableList.CreateBuilder<string>();
    private readonly ImmutableHashSet<string>.Builder _moved = ImmutableHashSet.CreateBuilder<string>();
    private StoryState? _story;
    private LanguageIndex? _language;
    private bool _ended;

    /// <summary>Reads the next part.</summary>
    /// <exception cref="InvalidDataException">It is no part of a snapshot of this format.</exception>
    public void Read(byte[] part)
    {
        using var reader = new BinaryReader(new MemoryStream(part, writable: false));
        try
        {
            while (reader.BaseStream.Position < part.Length)
            {
                ReadRecord(reader);
            }
        }
        catch (Exception damaged) when (damaged is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"A part of the story snapshot is damaged: {damaged.Message}", damaged);
        }
    }

    /// <summary>The index, when all parts were read.</summary>
    /// <exception cref="InvalidDataException">The last part is missing.</exception>
    public StoryIndex End()
    {
        if (!_ended)
        {
            throw new InvalidDataException("The story snapshot ends before its end.");
        }

        _index.LinkOpen();
        return _index;
    }

    private void ReadRecord(BinaryReader reader)
    {
        switch (reader.ReadByte())
        {
            case SnapshotFormat.Head:
                _index.LinkLater();
                _index.StandAt(reader.ReadInt64(), reader.ReadInt64(), reader.ReadTime());
                break;
            case SnapshotFormat.Language:
                _language = _index.Language(reader.ReadString());
                _language.Restore(reader.Read7BitEncodedInt());
                break;
            case SnapshotFormat.Term:
                (_language ?? throw Misplaced("a term")).Restore(reader.ReadString(), reader.Read7BitEncodedInt());
                break;
            case SnapshotFormat.Story:
                EndStory();
                _story = ReadStory(reader);
                break;
            case SnapshotFormat.Article:
                ReadArticle(reader);
                break;
            case SnapshotFormat.End:
                EndStory();
                _ended = true;
                break;
            case var other:
                throw new InvalidDataException($"A part of the story snapshot holds a record of kind {other}, which is none.");
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

    private static StoryState ReadStory(BinaryReader reader) => new()
    {
        Id = reader.ReadId(),
        Version = reader.ReadInt64(),
        Title = reader.ReadString(),
        Language = string.Intern(reader.ReadString()),
        MergedInto = reader.ReadOptionalId(),
        From = reader.ReadTime(),
        To = reader.ReadTime(),
        FirstSeenAt = reader.ReadTime(),
        LastSeenAt = reader.ReadTime(),
        ChangedAt = reader.ReadTime(),
        Closed = reader.ReadBoolean(),
    };

    private void ReadArticle(BinaryReader reader)
    {
        var article = new ArticleState { ArticleId = reader.ReadId(), Revision = reader.Read7BitEncodedInt64(), Position = reader.ReadInt64(), DecidedAt = reader.ReadTime(), PutInto = reader.ReadOptionalId() };
        if (!reader.ReadBoolean())
        {
            // Withdrawn ones come last, beyond every story.
            EndStory();
            _index.Put(article);
            return;
        }

        var moved = reader.ReadBoolean();
        var joinedAt = reader.ReadInt64();
        if (moved)
        {
            _moved.Add(article.ArticleId);
        }

        _members.Add(article.ArticleId);
        _index.Put(article with
        {
            JoinedAt = joinedAt,
            StoryId = (_story ?? throw Misplaced("a member")).Id,
            Repeats = ReadRepetition(reader),
            Title = reader.ReadString(),
            Language = string.Intern(reader.ReadString()),
            Time = reader.ReadTime(),
            SeenAt = reader.ReadTime(),
            Vector = reader.ReadOptionalWeights(),
            CrossLanguage = reader.ReadOptionalWeights(),
            Fingerprint = reader.ReadValues(),
            Sketch = ReadSketch(reader),
            Source = string.Intern(reader.ReadString()),
        });
    }

    private static InvalidDataException Misplaced(string record) => new($"The story snapshot holds {record} of nothing.");

    private static Repetition? ReadRepetition(BinaryReader reader) =>
        reader.ReadOptionalId() is { } of ? new Repetition(of, reader.ReadString() is { Length: > 0 } kind ? kind : null, reader.ReadDouble() is >= 0 and var share ? share : null) : null;

    private static TextSketch ReadSketch(BinaryReader reader)
    {
        var isWhole = reader.ReadBoolean();
        var values = reader.ReadValues();
        return values.Length == 0 ? TextSketch.None : new TextSketch(values, isWhole);
    }
}
