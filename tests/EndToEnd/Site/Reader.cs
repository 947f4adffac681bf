using System.Collections.Concurrent;
using Microsoft.Playwright;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Site;

/// <summary>How somebody looks at the site.</summary>
/// <param name="Language">Of the interface: en, ru or uk.</param>
/// <param name="Width">Of the window in CSS pixels.</param>
/// <param name="IsDark">Which colours the reader's system asks for.</param>
/// <param name="RunsScripts">False for a reader who lets nothing run.</param>
internal sealed record Eyes(string Language = "en", int Width = 1280, bool IsDark = false, bool RunsScripts = true)
{
    private const int Height = 900;

    public BrowserNewContextOptions Options => new()
    {
        Locale = Language,
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
        JavaScriptEnabled = RunsScripts,
        ReducedMotion = ReducedMotion.Reduce,
    };

    public override string ToString() => $"{Language}, {Width} px, {(IsDark ? "dark" : "light")}{(RunsScripts ? "" : ", no script")}";
}

/// <summary>A real Chromium. Not installed = the test is skipped with the reason, and fails when <c>CI=true</c>.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    // Before anything of the page: what its policy refuses is told by an event, not always by the console.
    private const string ListenForViolations = "document.addEventListener('securitypolicyviolation', violation => console.error('refused: ' + violation.violatedDirective + ' ' + violation.blockedURI));";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _root;

    private Reader(IPlaywright playwright, IBrowser browser, string root) => (_playwright, _browser, _root) = (playwright, browser, root);

    public static bool IsInstalled => File.Exists(Program);

    /// <summary>Skips the test (fails it in CI) where there is no browser.</summary>
    public static void SkipWhenMissing()
    {
        if (!IsInstalled)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{Program} is not installed.");
            Assert.Skip($"{Program} is not installed.");
        }
    }

    /// <param name="port">Of the gateway.</param>
    public static async Task<Reader> StartAsync(int port)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
        return new Reader(playwright, browser, $"http://127.0.0.1:{port}");
    }

    /// <summary>Opens a window; whatever its pages complain of is kept.</summary>
    public async Task<Window> OpenAsync(Eyes eyes)
    {
        var context = await _browser.NewContextAsync(eyes.Options);
        await context.AddInitScriptAsync(ListenForViolations);
        return new Window(context, await context.NewPageAsync(), _root);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>A window of the browser with one page.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _root;
    private readonly ConcurrentQueue<string> _complaints = [];

    public Window(IBrowserContext context, IPage page, string root)
    {
        (_context, Page, _root) = (context, page, root);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue($"exception: {error}");
    }

    public IPage Page { get; }

    /// <summary>Errors, warnings, exceptions and refused resources so far.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <param name="path">With its slash.</param>
    /// <returns>The answer's HTTP status.</returns>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(_root + path, new PageGotoOptions { WaitUntil = WaitUntilState.Load }))!.Status;

    /// <summary>What axe-core (npm, <c>tests/clients</c>) finds against WCAG 2.2 A and AA, but for minor and moderate notes: one line for each.</summary>
    public async Task<IReadOnlyList<string>> FindBarriersAsync()
    {
        // Evaluated, not added as a script: the page's policy would rightly refuse that.
        await Page.EvaluateAsync(await AxeAsync());
        return await Page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
              .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
              .map(violation => `${violation.impact} ${violation.id}: ${violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' ' + node.any.map(check => check.message).join(' ')).join(' | ')}`)
            """);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static async Task<string> AxeAsync()
    {
        var file = Repository.PathOf("tests", "clients", "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(file))
        {
            const string Reason = "axe-core is not installed: run `npm ci --ignore-scripts` in tests/clients (tests/run.sh does).";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Skip(Reason);
        }

        return await File.ReadAllTextAsync(file);
    }
}
