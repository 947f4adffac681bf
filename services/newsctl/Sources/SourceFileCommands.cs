using System.CommandLine;
using NewsPlatform.Ingestion.ExchangeSources;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Connect;
using NewsPlatform.Newsctl.Output;

namespace NewsPlatform.Newsctl.Sources;

/// <summary><c>newsctl sources import|export</c>: OPML or a JSON bundle, by the file's extension.</summary>
internal static class SourceFileCommands
{
    private const long MaxFileBytes = 16 * 1024 * 1024;

    private static readonly Argument<string> File = new("FILE") { Description = ".opml or .xml = OPML, .json = bundle." };

    public static Command Import(CommandFactory factory) =>
        factory.Command("import", "Add the sources of a file; those whose address is known already are passed over.", [File], ImportAsync);

    public static Command Export(CommandFactory factory) =>
        factory.Command("export", "Write all sources into a file.", [File], ExportAsync);

    private static async Task<int> ImportAsync(CommandRun run, CancellationToken ct)
    {
        var sources = await ReadAsync(run, ct);
        var known = (await run.Platform.ListSourcesAsync(ct)).Items.Select(source => source.Value.Url).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var results = new List<ImportedSource>();
        foreach (var source in sources)
        {
            var result = await AddAsync(run, source, known, ct);
            results.Add(result);
            if (result.Error is { } error)
            {
                run.Screen.Remark($"{source.Url ?? "A source without url"}: {error}");
            }
        }

        var (added, passed, failed) = (Count("added"), Count("known"), Count("failed"));
        run.Screen.Done($"{Words.Count(added, "source")} added, {passed} known already, {failed} failed.", new { added, known = passed, failed, sources = results }, run.Json);
        return failed == 0 ? ExitCodes.Ok : ExitCodes.Failed;

        int Count(string outcome) => results.Count(result => result.Outcome == outcome);
    }

    private static async Task<ImportedSource> AddAsync(CommandRun run, SourceResource source, HashSet<string> known, CancellationToken ct)
    {
        if (!SourceKinds.IsWebAddress(source.Url))
        {
            return new(source.Url, null, "failed", "its url is no web address.");
        }

        if (!known.Add(source.Url!))
        {
            return new(source.Url, null, "known", null);
        }

        try
        {
            var added = await run.Platform.AddSourceAsync(source, ct);
            return new(source.Url, added.Value.Id, "added", null);
        }
        catch (RequestRefusedException refusal) when (refusal.Status is 400 or 409 or 422)
        {
            return new(source.Url, null, refusal.Status == 409 ? "known" : "failed", refusal.Status == 409 ? null : refusal.Message);
        }
    }

    private static async Task<int> ExportAsync(CommandRun run, CancellationToken ct)
    {
        var isOpml = IsOpml(run.Need(File));
        var sources = (await run.Platform.ListSourcesAsync(ct)).Items.Select(source => source.Value).ToList();
        var described = sources.Select(source => source.Describe());
        var text = isOpml ? OpmlFile.Write(described, run.Around.Clock.GetUtcNow()) : SourceBundle.Write(described);
        await System.IO.File.WriteAllTextAsync(run.Around.PathOf(run.Need(File)), text, ct);
        run.Screen.Done($"{Words.Count(sources.Count, "source")} written to {run.Need(File)}.", new { file = run.Need(File), sources = sources.Count }, run.Json);
        return ExitCodes.Ok;
    }

    private static async Task<IReadOnlyList<SourceResource>> ReadAsync(CommandRun run, CancellationToken ct)
    {
        var isOpml = IsOpml(run.Need(File));
        var path = run.Around.PathOf(run.Need(File));
        if (new FileInfo(path) is { Exists: true, Length: > MaxFileBytes })
        {
            throw new CommandFailedException($"{run.Need(File)} is larger than {MaxFileBytes / (1024 * 1024)} MiB: split it.");
        }

        var text = await System.IO.File.ReadAllTextAsync(path, ct);
        try
        {
            return [.. (isOpml ? OpmlFile.Read(text) : SourceBundle.Read(text)).Select(SourceResource.Of)];
        }
        catch (SourceFileException unreadable)
        {
            throw new CommandFailedException(unreadable.Message, unreadable);
        }
    }

    private static bool IsOpml(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".opml" or ".xml" => true,
        ".json" => false,
        _ => throw new WrongUsageException($"'{file}' does not say its format: name it .opml, .xml or .json."),
    };

    private sealed record ImportedSource(string? Url, string? Id, string Outcome, string? Error);
}
