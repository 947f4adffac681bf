using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>
/// The stories that were closed when a snapshot was saved, as they stand in it. Nearly all that a long log comes to is of these, and hardly one is ever asked
/// for again: it is read, with its members, when it is.
/// </summary>
internal sealed class ClosedStories
{
    private const int IdBytes = Packing.IdBytes;

    private readonly List<byte[]> _parts = [];
    private readonly Dictionary<UInt128, Place> _stories = [];
    private readonly Dictionary<UInt128, Place> _members = [];

    /// <summary>Makes room for so many at once.</summary>
    public void MakeRoom(int stories, int members)
    {
        _stories.EnsureCapacity(stories);
        _members.EnsureCapacity(members);
    }

    /// <summary>A closed story with its members as one record; null for one whose ids are not all of the platform's own form.</summary>
    public static byte[]? Pack(StoryState story, IReadOnlyDictionary<string, ArticleState> articles)
    {
        var ids = new byte[(1 + story.Members.Count) * IdBytes];
        var at = 0;
        foreach (var id in story.Members.Prepend(story.Id))
        {
            if (!Packing.TryPackId(id, ids.AsSpan(at, IdBytes)))
            {
                return null;
            }

            at += IdBytes;
        }

        using var buffer = new MemoryStream();
        using var details = new BinaryWriter(buffer);
        details.Write7BitEncodedInt(story.Members.Count);
        details.Write(ids);
        SnapshotRecords.Write(details, story);
        foreach (var id in story.Members)
        {
            SnapshotRecords.Write(details, articles[id], story.Moved.Contains(id));
        }

        return buffer.ToArray();
    }

    /// <summary>Takes in a record of which the kind was read; no more of it than the ids is looked at.</summary>
    public void Add(byte[] part, ref PackedReader reader)
    {
        if (_parts.Count == 0 || _parts[^1] != part)
        {
            _parts.Add(part);
        }

        var record = reader.ReadBytes(reader.ReadInt());
        var place = new Place(_parts.Count - 1, part.Length - SnapshotFormat.SealBytes - reader.Left - record.Length, record.Length);
        var content = new PackedReader(record);
        var members = content.ReadInt();
        _stories.Add(MemoryMarshal.Read<UInt128>(content.ReadBytes(IdBytes)), place);
        for (var i = 0; i < members; i++)
        {
            _members.Add(MemoryMarshal.Read<UInt128>(content.ReadBytes(IdBytes)), place);
        }
    }

    /// <summary>Those that were not taken out yet, with their versions.</summary>
    public IEnumerable<(string StoryId, long Version)> Versions()
    {
        foreach (var place in _stories.Values)
        {
            yield return VersionOf(place);
        }
    }

    /// <summary>The same, for reading beside further changes.</summary>
    public ClosedCopy Copy() => new([.. _stories.Values.Select(place => new ReadOnlyMemory<byte>(_parts[place.Part], place.Start, place.Length))], _members.Count);

    /// <summary>Takes a story out; null when it is not here.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="index">Whose words it shares.</param>
    public ClosedStory? TakeStory(string storyId, StoryIndex index) => TryTake(_stories, storyId, index);

    /// <summary>Takes the story of a member out.</summary>
    public ClosedStory? TakeStoryOf(string articleId, StoryIndex index) => TryTake(_members, articleId, index);

    private ClosedStory? TryTake(Dictionary<UInt128, Place> places, string id, StoryIndex index)
    {
        Span<byte> key = stackalloc byte[IdBytes];
        return _stories.Count > 0 && Packing.TryPackId(id, key) && places.TryGetValue(MemoryMarshal.Read<UInt128>(key), out var place) ? Take(place, index) : null;
    }

    private ClosedStory Take(Place place, StoryIndex index)
    {
        var reader = new PackedReader(_parts[place.Part].AsSpan(place.Start, place.Length));
        var count = reader.ReadInt();
        var key = reader.ReadBytes(IdBytes);
        var keys = reader.ReadBytes(count * IdBytes);
        var story = SnapshotRecords.ReadStory(ref reader, Convert.ToHexStringLower(key), index);
        var (members, moved) = (new List<ArticleState>(count), ImmutableHashSet.CreateBuilder<string>());
        _stories.Remove(MemoryMarshal.Read<UInt128>(key));
        for (var i = 0; i < count; i++)
        {
            var id = keys.Slice(i * IdBytes, IdBytes);
            _members.Remove(MemoryMarshal.Read<UInt128>(id));
            var (article, isMoved) = SnapshotRecords.ReadArticle(ref reader, Convert.ToHexStringLower(id), story.Id, index);
            members.Add(article);
            if (isMoved)
            {
                moved.Add(article.ArticleId);
            }
        }

        return new ClosedStory(story with { Members = [.. members.Select(article => article.ArticleId)], Moved = moved.ToImmutable() }, members);
    }

    private (string StoryId, long Version) VersionOf(Place place)
    {
        var reader = new PackedReader(_parts[place.Part].AsSpan(place.Start, place.Length));
        var count = reader.ReadInt();
        var id = Convert.ToHexStringLower(reader.ReadBytes(IdBytes));
        reader.ReadBytes(count * IdBytes);
        return (id, reader.ReadNumber());
    }

    /// <summary>Where a story's record stands.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int Part, int Start, int Length);
}

/// <summary>A story with its members in their order.</summary>
internal sealed record ClosedStory(StoryState Story, List<ArticleState> Members);

/// <summary>Closed stories as they stand in the snapshot that they came from.</summary>
internal sealed record ClosedCopy(IReadOnlyList<ReadOnlyMemory<byte>> Records, int Members);
