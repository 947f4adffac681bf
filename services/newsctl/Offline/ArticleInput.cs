using System.CommandLine;
using System.Net.Mime;
using System.Text;
using NewsPlatform.Hosting;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ExtractArticle.Rules;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Offline;

/// <summary>The input of the offline commands: one article in a file, at an address or on standard input, or many as lines of JSON.</summary>
internal sealed class ArticleInput(string description)
{
    private readonly Argument<string?> _input = new("INPUT") { Description = description, Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _lines = new("--jsonl") { Description = "Read and write one line of JSON an article; INPUT is then a file of lines, standard input unless told." };
    private readonly Option<string?> _url = new("--url") { Description = "The page's own address; relative links count from it.", HelpName = "URL" };
    private readonly Option<string?> _type = ContentTypes.Option("What the input is. Default: by its extension, or by its first character.", ContentTypes.Html, ContentTypes.Text);

    private readonly Option<string[]> _networks = new("--allow-network")
    {
        Description = "A network that is not public and may be fetched from, such as 127.0.0.0/8.",
        HelpName = "CIDR",
    };

    private readonly Option<string?> _rules = new("--rules") { Description = "A folder with rules for publishers (*.json) beside those that ship, as the service's Extraction:RulesPath.", HelpName = "DIR" };

    public IEnumerable<Symbol> Symbols => [_input, _lines, _url, _type, _networks, _rules];

    public bool AreLines(CommandRun run) => run.Get(_lines);

    public Stream OpenLines(CommandRun run) => InputFile.Open(run.Around, run.Get(_input) ?? InputFile.StandardInput);

    /// <summary>What pages are read with: the rules that were asked for.</summary>
    /// <exception cref="CommandFailedException">The folder of rules or a rule in it cannot be used.</exception>
    public PageReading ReadingOf(CommandRun run)
    {
        try
        {
            return new PageReading(Rules: run.Get(_rules) is { Length: > 0 } folder ? PublisherRules.WithFolder(folder, "--rules") : null);
        }
        catch (ConfigurationException wrong)
        {
            throw new CommandFailedException(wrong.Message, wrong);
        }
    }

    /// <exception cref="CommandFailedException">The input cannot be had or holds no article.</exception>
    public async Task<ExtractedArticle> ReadArticleAsync(CommandRun run, CancellationToken ct)
    {
        var input = run.Get(_input) ?? throw new WrongUsageException("What should be read? Give a file, an address, or - for standard input; or --jsonl.");
        try
        {
            return WebAddress.Looks(input) ? await FetchAsync(run, input, ct) : await ReadFileAsync(run, input, ct);
        }
        catch (UnreadableArticleException unreadable)
        {
            throw new CommandFailedException(unreadable.Message, unreadable);
        }
    }

    private async Task<ExtractedArticle> ReadFileAsync(CommandRun run, string name, CancellationToken ct)
    {
        var address = WebAddress.Of(run.Get(_url), "--url");
        var bytes = await InputFile.ReadAsync(run.Around, name, ct);
        return ContentTypes.Choose(run.Get(_type), name, bytes) == ContentTypes.Text
            ? PlainTextArticleReader.Read(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'))
            : ArticleExtractor.Extract(bytes, contentType: null, address, ReadingOf(run));
    }

    private async Task<ExtractedArticle> FetchAsync(CommandRun run, string address, CancellationToken ct)
    {
        using var fetcher = Fetcher(run);
        return await fetcher.FetchAsync(new FetchRequest(WebAddress.Of(address, "The address")!), ct) switch
        {
            Fetched page when IsText(run, page) => PlainTextArticleReader.Read(PageText.Decode(page.Body, page.ContentType)),
            Fetched page => ArticleExtractor.Extract(page.Body, page.ContentType, WebAddress.Of(run.Get(_url), "--url") ?? page.FinalUri, ReadingOf(run) with { ReadAt = run.Around.Clock.GetUtcNow() }),
            FetchFailed { Reason: FetchFailureReason.AddressNotAllowed } refused => throw new CommandFailedException($"{refused.Sentence} (Here: --allow-network.)"),
            FetchFailed failed => throw new CommandFailedException(failed.Sentence),
            _ => throw new CommandFailedException($"{address} answered that nothing changed, though nothing was known of it."),
        };
    }

    private bool IsText(CommandRun run, Fetched page) => run.Get(_type) is { } said
        ? said == ContentTypes.Text
        : page.ContentType?.StartsWith(MediaTypeNames.Text.Plain, StringComparison.OrdinalIgnoreCase) == true;

    private PageFetcher Fetcher(CommandRun run)
    {
        try
        {
            return new PageFetcher(new FetchingOptions { AllowedNetworks = string.Join(';', run.Get(_networks) ?? []) }, run.Around.Clock);
        }
        catch (ArgumentException wrong)
        {
            throw new WrongUsageException($"--allow-network: {wrong.Message}");
        }
    }
}
