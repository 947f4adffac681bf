using NewsPlatform.Contracts.Stories;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>What publishing said it holds of each story, so that a restart announces only what is missing there.</summary>
internal interface IAnnouncementStore
{
    /// <summary>Keeps the highest version told of each story; durable when it returns.</summary>
    Task RecordHeldAsync(IReadOnlyList<HeldStory> stories, CancellationToken ct);

    /// <summary>The version told of each of these stories; a story never told of is left out.</summary>
    Task<IReadOnlyDictionary<string, long>> ReadHeldAsync(IReadOnlyCollection<string> storyIds, CancellationToken ct);

    /// <summary>Forgets all of it: publishing's own database was restored.</summary>
    Task ForgetHeldAsync(CancellationToken ct);
}
