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
            var records = part.AsSpan(0, Math.Max(0, part.Length - SnapshotFormat.SealBytes));
            if (!SnapshotFormat.SealOf(records).SequenceEqual(part.AsSpan(records.Length)))
            {
                throw new InvalidDataException("A part of the story snapshot is not what was written.");
            }

            var reader = new PackedReader(records);
            while (!reader.IsAtEnd)
            {
                ReadRecord(part, ref reader);
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

    private void ReadRecord(byte[] part, ref PackedReader reader)
    {
        switch (reader.ReadByte())
        {
            case SnapshotFormat.Head:
                _index.LinkLater();
                _index.StandAt(reader.ReadInt64(), reader.ReadInt64(), reader.ReadTime());
                _index.ClosedBefore.MakeRoom(reader.ReadInt(), reader.ReadInt());
                break;
            case SnapshotFormat.Language:
                ReadLanguage(ref reader);
                break;
            case SnapshotFormat.Story:
                EndStory();
                _story = SnapshotRecords.ReadStory(ref reader, reader.ReadId(), _index);
                break;
            case SnapshotFormat.Article:
                ReadArticle(ref reader);
                break;
            case SnapshotFormat.ClosedStory:
                EndStory();
                _index.ClosedBefore.Add(part, ref reader);
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

    private void ReadArticle(ref PackedReader reader)
    {
        var (article, moved) = SnapshotRecords.ReadArticle(ref reader, reader.ReadId(), _story?.Id, _index);
        if (article.StoryId is null)
        {
            // Withdrawn ones come last, beyond every story.
            EndStory();
        }
        else
        {
            _members.Add(article.ArticleId);
            if (moved)
            {
                _moved.Add(article.ArticleId);
            }
        }

        _index.Put(article);
    }
}
