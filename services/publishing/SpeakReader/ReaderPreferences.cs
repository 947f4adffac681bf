using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>What apps keep on the server for themselves, such as the order of feeds: words that mean nothing here and come back as they were given.</summary>
internal sealed class ReaderPreferences(ReaderProfiles profiles)
{
    /// <summary>What belongs to no stream.</summary>
    public async Task<IResult> ListAsync(ReaderCall call, CancellationToken ct)
    {
        var held = (await profiles.ReadAsync(call.Reader, ct)).Preferences ?? [];
        return TaggedContent.Json(new { Prefs = held.Where(one => one.Stream is null).Select(Shown).ToList() });
    }

    /// <summary>What belongs to streams, by the stream's id.</summary>
    public async Task<IResult> ListOfStreamsAsync(ReaderCall call, CancellationToken ct)
    {
        var held = (await profiles.ReadAsync(call.Reader, ct)).Preferences ?? [];
        return TaggedContent.Json(new { Streamprefs = held.Where(one => one.Stream is not null).GroupBy(one => one.Stream!).ToDictionary(stream => stream.Key, stream => stream.Select(Shown).ToList()) });
    }

    public Task<IResult> SetAsync(ReaderCall call, CancellationToken ct) => SetAsync(call, stream: null, ct);

    public Task<IResult> SetOfStreamAsync(ReaderCall call, CancellationToken ct) => call.Parameters.Streams("s") is [{ Length: <= ReaderLimits.Name } stream, ..]
        ? SetAsync(call, stream, ct)
        : Task.FromResult(ReaderCall.Refused($"s is missing: give the stream, of at most {ReaderLimits.Name} characters."));

    private async Task<IResult> SetAsync(ReaderCall call, string? stream, CancellationToken ct)
    {
        var (name, value) = (call.Parameters.Text("k"), call.Parameters.Text("v"));
        if (name is null || name.Length > ReaderLimits.Name || value?.Length > ReaderLimits.PreferenceValue)
        {
            return ReaderCall.Refused($"Give k, the preference, and v, its value (none takes it away): at most {ReaderLimits.Name} and {ReaderLimits.PreferenceValue} characters.");
        }

        var problem = await profiles.ChangeAsync(call.Reader, held => held with { Preferences = With(held.Preferences ?? [], stream, name, value) }, ct);
        return ReaderCall.Done(problem);
    }

    private static List<ReaderPreference> With(IReadOnlyList<ReaderPreference> held, string? stream, string name, string? value)
    {
        var others = held.Where(one => (one.Stream, one.Name) != (stream, name));
        return value is null ? [.. others] : [.. others, new ReaderPreference(stream, name, value)];
    }

    private static object Shown(ReaderPreference preference) => new { Id = preference.Name, preference.Value };
}
