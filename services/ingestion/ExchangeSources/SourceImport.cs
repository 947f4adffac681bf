using NewsPlatform.Ingestion.DiscoverSource;
using NewsPlatform.Ingestion.ManageSources;

namespace NewsPlatform.Ingestion.ExchangeSources;

/// <summary>What became of a file's sources.</summary>
internal sealed record ImportResult(int Added, int Known, int Failed, IReadOnlyList<ImportedSource> Sources);

/// <summary>What became of one.</summary>
/// <param name="Url">As the file has it.</param>
/// <param name="Id">The added source, or the one that has this address already; null when it failed.</param>
/// <param name="Outcome">added, known or failed.</param>
/// <param name="Error">Why it failed, one sentence.</param>
internal sealed record ImportedSource(string? Url, string? Id, string Outcome, string? Error = null);

/// <summary>Adds the sources of a file, each on its own: a bad one keeps no other away, and a known one stays as it is.</summary>
internal sealed class SourceImport(SourceFinder finder, SourceBook book)
{
    public async Task<ImportResult> AddAsync(IReadOnlyList<SourceInput> sources, CancellationToken ct)
    {
        var results = new List<ImportedSource>(sources.Count);
        foreach (var source in sources)
            results.Add(await AddAsync(source, ct));

        return new ImportResult(Count("added"), Count("known"), Count("failed"), results);

        int Count(string outcome) => results.Count(result => result.Outcome == outcome);
    }

    private async Task<ImportedSource> AddAsync(SourceInput source, CancellationToken ct)
    {
        if (source.Problem() is { } problem)
            return new ImportedSource(source.Url, null, "failed", problem);

        var (complete, nothing) = await finder.CompleteAsync(source, ct);
        if (nothing is not null)
            return new ImportedSource(source.Url, null, "failed", nothing);

        var (added, conflict) = await book.AddAsync(complete, ct);
        return added is not null ? new ImportedSource(source.Url, added.Id, "added") : new ImportedSource(source.Url, conflict?.Id, "known");
    }
}
