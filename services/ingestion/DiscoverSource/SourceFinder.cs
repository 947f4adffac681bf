using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.RespectSites;

namespace NewsPlatform.Ingestion.DiscoverSource;

/// <summary>Finds the source that a description means: of the kind that it says, or the best that the site has.</summary>
internal sealed class SourceFinder(SourceDiscovery discovery, PoliteLooks looks, TimeProvider time)
{
    /// <summary>What is there; <see cref="Discovery.Problem"/> when it is not what was described. The description must have no problem of its own.</summary>
    public async Task<Discovery> FindAsync(SourceInput input, PoliteLook look, CancellationToken ct)
    {
        var address = new Uri(input.Url!.Trim()); // checked by the caller
        if (input.KindOrNull() is not { } kind)
            return await discovery.FindAsync(address, input.Selectors, input.Credential, look, ct);

        var result = kind == SourceKind.Page ? await look.FetchPageAsync(address, input.Credential, ct) : await look.FetchAsync(address, input.Credential, ct);
        return result switch
        {
            Fetched body => await WithChildAsync(Read(kind, body, input.Selectors), input.Credential, look, ct),
            FetchFailed failed => Discovery.Failed(failed.Sentence),
            _ => Discovery.Failed("The site gave no body for a plain request."),
        };
    }

    /// <summary>The description with kind, address and name found where it left them out; a sentence when nothing was found.</summary>
    public async Task<(SourceInput Input, string? Problem)> CompleteAsync(SourceInput input, CancellationToken ct)
    {
        if (input.KindOrNull() is not null)
            return (input.Named(title: null), null);

        var found = await FindAsync(input, looks.Begin(), ct);
        if (found.Problem is { } problem)
            return (input, problem);

        var best = found.Found[0];
        return ((input with { Kind = best.Kind.ToString(), Url = best.Url.AbsoluteUri, Language = input.Language ?? LanguageOf(best.List?.Language) }).Named(best.List?.Title), null);
    }

    // An index of sitemaps lists nothing itself: what its first, newest one lists is what a poll will give.
    private async Task<Discovery> WithChildAsync(Discovery discovery, string? credential, PoliteLook look, CancellationToken ct)
    {
        if (discovery.Found is not [{ List: { Items.Count: 0, ChildSitemaps: [var first, ..] } index } found] || !Uri.TryCreate(first, UriKind.Absolute, out var address))
            return discovery;

        return await look.FetchAsync(address, credential, ct) switch
        {
            Fetched body when Read(found.Kind, body, selectors: null) is { Found: [{ List: { } list }] } => new Discovery([found with { List = index with { Items = list.Items } }], Problem: null),
            Fetched body => Read(found.Kind, body, selectors: null),
            FetchFailed failed => Discovery.Failed($"The index names {first}, which could not be read: {failed.Sentence}"),
            _ => discovery,
        };
    }

    private static string? LanguageOf(string? declared)
    {
        var code = declared?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return code is { Length: 2 or 3 } && code.All(char.IsAsciiLetterLower) ? code : null;
    }

    private Discovery Read(SourceKind kind, Fetched body, ListingSelectors? selectors)
    {
        if (kind == SourceKind.Page)
            return new Discovery([new FoundSource(kind, body.FinalUri, "as described", List: null, body)], Problem: null);

        try
        {
            var list = ListReader.Read(kind.ToString().ToLowerInvariant(), body.Body, body.ContentType, body.FinalUri, time.GetUtcNow(), selectors);
            return new Discovery([new FoundSource(kind, body.FinalUri, "as described", list, body)], Problem: null);
        }
        catch (UnreadableFeedException unreadable)
        {
            return Discovery.Failed(unreadable.Message);
        }
    }
}
