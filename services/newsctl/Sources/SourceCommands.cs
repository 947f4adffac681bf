using System.CommandLine;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Connect;
using NewsPlatform.Newsctl.Output;

namespace NewsPlatform.Newsctl.Sources;

/// <summary><c>newsctl sources …</c>: the places that are asked for news.</summary>
internal static class SourceCommands
{
    private static readonly Argument<string[]> NameAndUrl = new("[NAME] URL")
    {
        Description = "A name for people (default: the list's title, or the host), and the address of the site, feed, sitemap, listing or page.",
        Arity = new ArgumentArity(1, 2),
    };

    private static readonly Argument<string> Id = new("ID") { Description = "As 'sources list' shows it." };

    private static readonly Option<string> Kind = new Option<string>("--kind") { Description = "What stands at the address; auto = found by the server.", DefaultValueFactory = _ => SourceKinds.Auto }
        .AcceptOnlyFromAmong(SourceKinds.All);

    private static readonly Option<string?> Name = new("--name") { Description = "The same as NAME.", HelpName = "NAME" };
    private static readonly Option<string?> Language = new("--language") { Description = "ISO 639-1 code; a hint.", HelpName = "CODE" };
    private static readonly Option<string?> Section = new("--section") { Description = "Section of articles that name none.", HelpName = "NAME" };
    private static readonly Option<string?> Country = new("--country") { Description = "ISO 3166 code.", HelpName = "CODE" };
    private static readonly Option<string?> TimeZone = new("--time-zone") { Description = "IANA name of the clock of times that its pages print without a zone. Default: its country's, where there is but one.", HelpName = "ZONE" };
    private static readonly Option<string?> Category = new("--category") { Description = "A folder for people.", HelpName = "NAME" };
    private static readonly Option<string?> Credential = new("--credential") { Description = "Name of a secret in the server's configuration (Fetching:Credentials).", HelpName = "NAME" };
    private static readonly Option<bool> IgnoreRobots = new("--ignore-robots") { Description = "Fetch its pages whatever robots.txt says; written into the source's record." };

    private static readonly Argument<string> Robots = new Argument<string>("WORD") { Description = "ignore = fetch the source's pages whatever robots.txt says; obey = no longer." }.AcceptOnlyFromAmong("ignore", "obey");
    private static readonly Option<int?> Interval = new("--interval") { Description = "Minutes between two visits. Default: the server's.", HelpName = "MINUTES" };

    public static Command Create(CommandFactory factory) => CommandFactory.Group(
        "sources",
        "The places that the platform asks for news.",
        factory.Command("add", "Add a source; it is visited at once.", [NameAndUrl, Kind, Name, Language, Section, Interval, Country, TimeZone, Category, Credential, IgnoreRobots], AddAsync),
        SourcePreviewCommand.Create(factory),
        factory.Command("list", "All sources and how their polling goes.", [], ListAsync),
        factory.Command("revive", "Forget what went wrong with a source and what was learned of its site, and read it now.", [Id], ReviveAsync),
        factory.Command("robots", "Say whether robots.txt counts for a source's pages; written into the source's record.", [Id, Robots], ChangeRobotsAsync),
        factory.Command("remove", "Remove a source; its articles stay.", [Id], RemoveAsync),
        SourceFileCommands.Import(factory),
        SourceFileCommands.Export(factory));

    private static async Task<int> AddAsync(CommandRun run, CancellationToken ct)
    {
        var url = run.Need(NameAndUrl)[^1];
        if (!SourceKinds.IsWebAddress(url))
        {
            throw new WrongUsageException($"'{url}' is no web address: a source's URL begins with http:// or https://.");
        }

        var added = await run.Platform.AddSourceAsync(
            new SourceResource
            {
                Url = url,
                Kind = run.Get(Kind),
                Name = run.Get(Name) ?? (run.Need(NameAndUrl) is [var name, _] ? name : null),
                Language = run.Get(Language),
                Section = run.Get(Section),
                IntervalMinutes = run.Get(Interval),
                Country = run.Get(Country),
                TimeZone = run.Get(TimeZone),
                Category = run.Get(Category),
                Credential = run.Get(Credential),
                IgnoreRobots = run.Get(IgnoreRobots) ? true : null,
            },
            ct);
        run.Screen.Done($"Source {added.Value.Id} ({added.Value.Name}) is added: {added.Value.Kind} at {added.Value.Url}.", added.Json, run.Json);
        return ExitCodes.Ok;
    }

    private static async Task<int> ListAsync(CommandRun run, CancellationToken ct)
    {
        var sources = await run.Platform.ListSourcesAsync(ct);
        if (run.Json)
        {
            run.Screen.List(sources);
            return ExitCodes.Ok;
        }

        if (sources.Items.Count == 0)
        {
            run.Screen.Line("No sources yet: 'newsctl sources add URL' adds one.");
            return ExitCodes.Ok;
        }

        run.Screen.Table(
            ["id", "name", "kind", "state", "last success", "next attempt", "address", "last error"],
            sources.Items.Select(source => source.Value).Select(source => new[]
            {
                source.Id, source.Name, source.Kind, source.State, Words.Time(source.LastSuccessAt, run.Around.Clock),
                Words.Time(source.NextAttemptAt, run.Around.Clock), source.Url, source.LastError,
            }));
        return ExitCodes.Ok;
    }

    private static async Task<int> ReviveAsync(CommandRun run, CancellationToken ct)
    {
        var revived = await run.Platform.ReviveSourceAsync(run.Need(Id), ct);
        run.Screen.Done($"Source {revived.Value.Id} is {revived.Value.State} again and is being read.", revived.Json, run.Json);
        return ExitCodes.Ok;
    }

    private static async Task<int> ChangeRobotsAsync(CommandRun run, CancellationToken ct)
    {
        var ignore = run.Need(Robots) == "ignore";
        var source = await run.Platform.FindSourceAsync(run.Need(Id), ct);
        var changed = await run.Platform.ChangeSourceAsync(run.Need(Id), source.Value with { IgnoreRobots = ignore }, ct);
        run.Screen.Done(
            ignore ? $"The pages of source {changed.Value.Id} are fetched whatever robots.txt says; that is on its record." : $"Source {changed.Value.Id} obeys robots.txt.", changed.Json, run.Json);
        return ExitCodes.Ok;
    }

    private static async Task<int> RemoveAsync(CommandRun run, CancellationToken ct)
    {
        await run.Platform.RemoveSourceAsync(run.Need(Id), ct);
        run.Screen.Done($"Source {run.Need(Id)} is removed.", new { id = run.Need(Id), removed = true }, run.Json);
        return ExitCodes.Ok;
    }
}
