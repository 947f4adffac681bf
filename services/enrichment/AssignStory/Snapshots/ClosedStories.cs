using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>
/// Closed stories as they stand in a snapshot: those that one brought, and those that closed since. Nearly all that a long log comes to is of these, and hardly
/// one is ever asked for again: it is read, with its members, when it is.
/// </summary>
internal sealed class ClosedStories
{
    private const int IdBytes = Packing.IdBytes;

    // Below the size from which the runtime keeps arrays apart: every few dozen of those would have it look through the whole memory.
    private const int PartBytes = 1 << 16;

    private readonly List<byte[]> _parts = [];
    private readonly List<Place> _places = [];
    private readonly PlacesByHash _ids = new();
    private readonly PackedWriter _record = new();

    // The part that records are added to; what stands in it never changes, so it may be read meanwhile.
    private int _filling = -1;
    private int _filled;
    private int _members;

    /// <summary>Stories that were not taken out.</summary>
    public int Count { get; private set; }

    /// <summary>Makes room for so many at once.</summary>
    public void MakeRoom(int stories, int members)
    {
        _places.EnsureCapacity(stories);
        _ids.MakeRoom(stories + members);
    }

    /// <summary>Writes a closed story with its members, in their order, as one record; false for one whose ids are not all of the platform's own form: what was written of it is none.</summary>
    public static bool TryPack(PackedWriter writer, StoryState story, IReadOnlyList<ArticleState> members)
    {
        writer.WriteInt(members.Count);
        if (!TryWriteId(writer, story.Id))
        {
            return false;
        }

        for (var i = 0; i < members.Count; i++)
        {
            if (!TryWriteId(writer, members[i].ArticleId))
            {
                return false;
            }
        }

        SnapshotRecords.Write(writer, story);
        for (var i = 0; i < members.Count; i++)
        {
            SnapshotRecords.Write(writer, members[i], story.Moved.Contains(members[i].ArticleId), termsAt: 0);
        }

        return true;
    }

    /// <summary>Takes in a story that has closed; false when it cannot be packed.</summary>
    public bool TryAdd(StoryState story, IReadOnlyList<ArticleState> members)
    {
        _record.Clear();
        var isPacked = TryPack(_record, story, members);
        if (isPacked)
        {
            Add(Keep(_record.Written));
        }

        return isPacked;
    }

    /// <summary>Takes in a record of which the kind was read; no more of it than the ids is looked at.</summary>
    public void Add(byte[] part, ref PackedReader reader)
    {
        if (_parts.Count == 0 || _parts[^1] != part)
        {
            _parts.Add(part);
        }

        var record = reader.ReadBytes(reader.ReadInt());
        Add(new Place(_parts.Count - 1, part.Length - SnapshotFormat.SealBytes - reader.Left - record.Length, record.Length));
    }

    /// <summary>Those that were not taken out, with their versions.</summary>
    public IEnumerable<(string StoryId, long Version)> Versions()
    {
        foreach (var place in _places.Where(place => !place.IsTaken))
        {
            yield return VersionOf(place);
        }
    }

    /// <summary>The same, for reading beside further changes.</summary>
    public ClosedCopy Copy() => new([.. _places.Where(place => !place.IsTaken).Select(place => new ReadOnlyMemory<byte>(_parts[place.Part], place.Start, place.Length))], _members);

    /// <summary>Takes a story out; null when it is not here.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="index">Whose words it shares.</param>
    public ClosedStory? TakeStory(string storyId, StoryIndex index) => TryTake(storyId, ofMember: false, index);

    /// <summary>Takes the story of a member out.</summary>
    public ClosedStory? TakeStoryOf(string articleId, StoryIndex index) => TryTake(articleId, ofMember: true, index);

    private static bool TryWriteId(PackedWriter writer, string id)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        var isPacked = Packing.TryPackId(id, bytes);
        writer.Write(bytes);
        return isPacked;
    }

    // Of a seed that each process draws.
    private static int Hash(ReadOnlySpan<byte> id) => MemoryMarshal.Read<UInt128>(id).GetHashCode();

    private void Add(Place place)
    {
        var ids = IdsOf(place);
        for (var at = 0; at < ids.Length; at += IdBytes)
        {
            _ids.Add(Hash(ids.Slice(at, IdBytes)), _places.Count);
        }

        _places.Add(place);
        _members += (ids.Length / IdBytes) - 1;
        Count++;
    }

    private Place Keep(ReadOnlySpan<byte> record)
    {
        if (_filling < 0 || _parts[_filling].Length - _filled < record.Length)
        {
            _filling = _parts.Count;
            _filled = 0;
            _parts.Add(new byte[Math.Max(PartBytes, record.Length)]);
        }

        record.CopyTo(_parts[_filling].AsSpan(_filled));
        _filled += record.Length;
        return new Place(_filling, _filled - record.Length, record.Length);
    }

    private ReadOnlySpan<byte> RecordAt(Place place) => _parts[place.Part].AsSpan(place.Start, place.Length);

    // The story's, and then its members'.
    private ReadOnlySpan<byte> IdsOf(Place place)
    {
        var reader = new PackedReader(RecordAt(place));
        return reader.ReadBytes(checked((1 + reader.ReadInt()) * IdBytes));
    }

    private ClosedStory? TryTake(string id, bool ofMember, StoryIndex index)
    {
        Span<byte> key = stackalloc byte[IdBytes];
        if (Count == 0 || !Packing.TryPackId(id, key))
        {
            return null;
        }

        var (hash, at) = (Hash(key), -1);
        while (_ids.Next(hash, ref at, out var number))
        {
            if (!_places[number].IsTaken && Holds(IdsOf(_places[number]), key, ofMember))
            {
                return Take(number, index);
            }
        }

        return null;
    }

    private static bool Holds(ReadOnlySpan<byte> ids, ReadOnlySpan<byte> id, bool asMember)
    {
        var end = asMember ? ids.Length : IdBytes;
        for (var at = asMember ? IdBytes : 0; at < end; at += IdBytes)
        {
            if (ids.Slice(at, IdBytes).SequenceEqual(id))
            {
                return true;
            }
        }

        return false;
    }

    private ClosedStory Take(int number, StoryIndex index)
    {
        var reader = new PackedReader(RecordAt(_places[number]));
        var count = reader.ReadInt();
        var storyId = Convert.ToHexStringLower(reader.ReadBytes(IdBytes));
        var ids = reader.ReadBytes(count * IdBytes);
        var story = SnapshotRecords.ReadStory(ref reader, storyId, index);
        var (members, moved) = (new List<ArticleState>(count), ImmutableHashSet.CreateBuilder<string>());
        for (var i = 0; i < count; i++)
        {
            var (article, isMoved) = SnapshotRecords.ReadArticle(ref reader, Convert.ToHexStringLower(ids.Slice(i * IdBytes, IdBytes)), story.Id, index);
            members.Add(article);
            if (isMoved)
            {
                moved.Add(article.ArticleId);
            }
        }

        _places[number] = _places[number] with { Length = Place.Taken };
        _members -= count;
        Count--;
        return new ClosedStory(story with { Members = [.. members.Select(article => article.ArticleId)], Moved = moved.ToImmutable() }, members);
    }

    private (string StoryId, long Version) VersionOf(Place place)
    {
        var reader = new PackedReader(RecordAt(place));
        var count = reader.ReadInt();
        var id = Convert.ToHexStringLower(reader.ReadBytes(IdBytes));
        reader.ReadBytes(count * IdBytes);
        return (id, reader.ReadNumber());
    }

    /// <summary>Where a story's record stands.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int Part, int Start, int Length)
    {
        /// <summary>The length of none: the story was taken out.</summary>
        public const int Taken = -1;

        public bool IsTaken => Length == Taken;
    }
}

/// <summary>A story with its members in their order.</summary>
internal sealed record ClosedStory(StoryState Story, List<ArticleState> Members);

/// <summary>The records of closed stories.</summary>
internal sealed record ClosedCopy(IReadOnlyList<ReadOnlyMemory<byte>> Records, int Members);
