namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>Renames and removes folders; the feeds in them stay.</summary>
internal sealed class ReaderFolders(ReaderProfiles profiles)
{
    /// <summary>Puts all feeds of a folder into another, which may be there already.</summary>
    public async Task<IResult> RenameAsync(ReaderCall call, CancellationToken ct) =>
        FolderOf(call) is { } folder && call.Parameters.Streams("dest").Select(ReaderStreamIds.LabelOf).OfType<string>().FirstOrDefault() is { Length: <= ReaderLimits.Name } wanted
            ? ReaderCall.Done(await profiles.ChangeAsync(call.Reader, held => Moved(held, folder, wanted), ct))
            : ReaderCall.Refused($"Give s, the folder (user/-/label/…), and dest, its new name in the same form, of at most {ReaderLimits.Name} characters.");

    /// <summary>Takes all feeds out of a folder. One that is gone already is no error: apps remove it after its last feed.</summary>
    public async Task<IResult> RemoveAsync(ReaderCall call, CancellationToken ct) => FolderOf(call) is { } folder
        ? ReaderCall.Done(await profiles.ChangeAsync(call.Reader, held => Moved(held, folder, to: null), ct))
        : ReaderCall.Refused("Give s, the folder (user/-/label/…), or t, its name.");

    private static string? FolderOf(ReaderCall call) => call.Parameters.Streams("s") is [var stream, ..] ? ReaderStreamIds.LabelOf(stream) : call.Parameters.Text("t");

    // What apps noted of the folder goes with it.
    private static ReaderProfile Moved(ReaderProfile held, string folder, string? to)
    {
        var (before, after) = (ReaderStreamIds.LabelPrefix + folder, ReaderStreamIds.LabelPrefix + to);
        return held with
        {
            Subscriptions = [.. held.Subscriptions.Select(feed => feed.Label == folder ? feed with { Label = to } : feed)],
            Preferences = [.. (held.Preferences ?? [])
                .Where(one => to is not null || one.Stream != before)
                .Select(one => one.Stream == before ? one with { Stream = after } : one)
                .DistinctBy(one => (one.Stream, one.Name))],
        };
    }
}
