using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Health;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Hosting;

/// <summary>Starts a process and turns what it cannot start with into one sentence and an exit code.</summary>
public static class ServiceHost
{
    /// <summary>Exit code of a process that could not start: wrong configuration, port in use, unusable data folder.</summary>
    public const int CannotStart = 2;

    // The host's own 30 seconds, in which everything that goes well has ended, and some.
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(40);

    /// <summary>Runs one service as a process of its own: defaults, the service, its bus, its endpoints.</summary>
    /// <param name="args">The command line: configuration keys, e.g. <c>--Storage:Path=/data</c>.</param>
    /// <param name="defaultPort">Port on 127.0.0.1 unless <c>ASPNETCORE_URLS</c> or <c>--urls</c> says otherwise.</param>
    /// <param name="add">The service's <c>AddX</c>.</param>
    /// <param name="map">The service's <c>MapX</c>.</param>
    public static Task<int> RunAsync(string[] args, int defaultPort, Action<WebApplicationBuilder> add, Action<WebApplication> map) =>
        RunGuardedAsync(args, async () =>
        {
            var builder = WebApplication.CreateBuilder(args);
            builder.UseDefaultPort(defaultPort);
            builder.AddServiceDefaults();
            add(builder);
            builder.AddMessaging();
            builder.AddWatchdog();

            var app = builder.Build();
            app.MapServiceDefaults();
            app.MapServiceDescription();
            map(app);
            using var ended = new CancellationTokenSource();
            app.Lifetime.ApplicationStopping.Register(() => _ = EndAnywayAsync(ended.Token));
            try
            {
                await app.RunToEndAsync();
            }
            finally
            {
                await ended.CancelAsync();
            }
        });

    // An endpoint that hangs on a dead channel would keep the process from ending, and the orchestrator from starting it anew.
    private static async Task EndAnywayAsync(CancellationToken ended)
    {
        await Task.Delay(EndPatience, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ended.IsCancellationRequested)
        {
            return;
        }

        await Console.Error.WriteLineAsync($"Did not end by itself within {EndPatience.TotalSeconds:0} s: ended now.");
        Environment.Exit(Watchdog.ExitCode);
    }

    /// <summary>Starts the app and waits for its end; when the start fails, what has started is stopped before it is taken down.</summary>
    public static async Task RunToEndAsync(this WebApplication app)
    {
        await using (app)
        {
            await app.StartOrStopAsync(CancellationToken.None);
            await app.WaitForShutdownAsync();
        }
    }

    /// <summary>Starts the app; when that fails its workers are stopped, for a worker whose services are gone ends as a crash in the log.</summary>
    public static async Task StartOrStopAsync(this WebApplication app, CancellationToken ct)
    {
        var hasStarted = false;
        try
        {
            await app.StartAsync(ct);
            hasStarted = true;
        }
        finally
        {
            if (!hasStarted)
            {
                await app.StopAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>Listens on 127.0.0.1 and that port unless the configuration names addresses.</summary>
    public static void UseDefaultPort(this WebApplicationBuilder builder, int port)
    {
        var configured = builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) ?? builder.WebHost.GetSetting(WebHostDefaults.HttpPortsKey);
        if (string.IsNullOrEmpty(configured))
        {
            builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    }

    /// <summary>Answers <see cref="HealthQuestion"/> when the command line is one, otherwise runs the program.</summary>
    public static async Task<int> RunGuardedAsync(string[] args, Func<Task> program) => await HealthQuestion.TryAskAsync(args) ?? await GuardAsync(program);

    /// <summary>Runs the program; gives the exit code and says in one sentence on standard error why it could not start.</summary>
    public static async Task<int> GuardAsync(Func<Task> program)
    {
        try
        {
            await program();
            return Environment.ExitCode;
        }
        catch (Exception refusal) when (Sentence(refusal) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"Cannot start: {sentence}");
            return CannotStart;
        }
    }

    private static string? Sentence(Exception refusal) => refusal switch
    {
        ConfigurationException wrong => wrong.Message,
        OptionsValidationException wrong => string.Join(" ", wrong.Failures),
        IOException { InnerException: AddressInUseException } inUse => $"{inUse.Message.TrimEnd('.')}: end the other program or choose another port (--port, --urls or ASPNETCORE_URLS).",
        AggregateException { InnerExceptions: [var only] } => Sentence(only),
        _ => null,
    };
}
