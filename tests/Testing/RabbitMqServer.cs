using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Xunit;

namespace NewsPlatform.Testing;

/// <summary>
/// A private RabbitMQ for a test run: its own node name, ports and data folder. Or the server that <c>NEWSPLATFORM_TEST_RABBITMQ</c> names.
/// Not to be had = tests are skipped with the reason, and fail when <c>CI=true</c>.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    public const string AddressVariable = "NEWSPLATFORM_TEST_RABBITMQ";

    /// <summary>Every queue that the platform or a test declares.</summary>
    private static readonly string[] Queues =
    [
        "ingestion-close-journey", "ingestion-close-sightings", "publishing-note-sightings", "publishing-note-source", "ingestion-record-dead-letter", "enrichment-analyze-article", "enrichment-assign-story", "enrichment-close-announcement",
        "publishing-publish-article", "publishing-withdraw-article", "publishing-publish-story", "newsplatform-undeliverable",
        "first-keep-note", "second-keep-note", "first-record-fault",
    ];

    private const string ServerProgram = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string ControlProgram = "/usr/lib/rabbitmq/bin/rabbitmqctl";
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(4);

    private readonly TempFolder _folder;
    private Process? _process;

    private readonly string _configuration = "";

    private RabbitMqServer(TempFolder folder, int port, int distributionPort, string configuration = "")
    {
        _folder = folder;
        _configuration = configuration;
        Port = port;
        DistributionPort = distributionPort;
        Uri = string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{port}/");
    }

    private RabbitMqServer(TempFolder folder, string uri)
    {
        _folder = folder;
        Uri = uri;
    }

    /// <summary>True when a private server can be had here.</summary>
    public static bool IsInstalled => File.Exists(ServerProgram);

    /// <summary><c>amqp://…</c> of the node's default virtual host.</summary>
    public string Uri { get; }

    public int Port { get; }

    private int DistributionPort { get; }

    // RabbitMQ itself gives a leader five seconds.
    private static readonly TimeSpan LeaderPatience = TimeSpan.FromSeconds(20);

    /// <summary>True when this run may stop and start the server.</summary>
    public bool IsPrivate => Port > 0;

    /// <summary>Starts a server, or skips (fails in CI) the calling test with the reason.</summary>
    public static async Task<RabbitMqServer> StartOrSkipAsync()
    {
        if (Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } address)
        {
            await ForgetQueuesAsync(new Uri(address));
            return new RabbitMqServer(new TempFolder(), address);
        }

        if (!File.Exists(ServerProgram))
        {
            var reason = $"rabbitmq-server is not installed and {AddressVariable} is not set.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }

        return await StartPrivateAsync();
    }

    /// <summary>Starts a private server.</summary>
    /// <param name="configuration">Lines of <c>rabbitmq.conf</c> beside the test's own, e.g. another user than guest.</param>
    public static async Task<RabbitMqServer> StartPrivateAsync(string configuration = "")
    {
        var server = new RabbitMqServer(new TempFolder(), FreePort.Next(), FreePort.Next(), configuration);
        await server.StartAsync();
        return server;
    }

    // A server that outlives the run keeps what an earlier test left in the queues.
    private static async Task ForgetQueuesAsync(Uri address)
    {
        await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in Queues)
        {
            await channel.QueueDeleteAsync(queue);
        }
    }

    /// <summary>Starts the node (again) on its data and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        var start = CommandOf(ServerProgram);
        var environment = start.Environment;
        environment["RABBITMQ_NODE_PORT"] = Port.ToString(CultureInfo.InvariantCulture);
        environment["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1";
        environment["RABBITMQ_DIST_PORT"] = DistributionPort.ToString(CultureInfo.InvariantCulture);
        environment["RABBITMQ_MNESIA_BASE"] = _folder.File("mnesia");
        environment["RABBITMQ_LOG_BASE"] = _folder.File("log");
        environment["RABBITMQ_ENABLED_PLUGINS_FILE"] = _folder.File("enabled_plugins");
        environment["RABBITMQ_CONFIG_FILE"] = _folder.File("rabbitmq");
        environment["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2";
        environment["ERL_EPMD_ADDRESS"] = "127.0.0.1";
        await File.WriteAllTextAsync(_folder.File("enabled_plugins"), "[].");
        await File.WriteAllTextAsync(_folder.File("rabbitmq.conf"), _configuration + "\nlisteners.tcp.default = 127.0.0.1:" + Port.ToString(CultureInfo.InvariantCulture) + "\nlog.console = false\nvm_memory_high_watermark.relative = 0.4\ndisk_free_limit.absolute = 50MB\n");

        _process = Process.Start(start) ?? throw new InvalidOperationException($"{ServerProgram} did not start.");
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.BecomesTrueAsync(TakesConnectionsAsync, StartPatience, "RabbitMQ's port");
    }

    /// <summary>Runs <c>rabbitmqctl</c> on the node; throws with its words when it refuses.</summary>
    public async Task ControlAsync(params string[] command)
    {
        var start = new ProcessStartInfo("/usr/lib/rabbitmq/bin/rabbitmqctl", ["-n", $"newstest{Port}@localhost", .. command]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["HOME"] = _folder.Path;
        using var control = Process.Start(start) ?? throw new InvalidOperationException("rabbitmqctl did not start.");
        var said = await Task.WhenAll(control.StandardOutput.ReadToEndAsync(), control.StandardError.ReadToEndAsync());
        await control.WaitForExitAsync();
        if (control.ExitCode != 0)
        {
            throw new InvalidOperationException($"rabbitmqctl {string.Join(' ', command)} ended with {control.ExitCode}: {string.Join(' ', said)}");
        }
    }

    /// <summary>Kills the node as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    /// <summary>Stops the node in order, as an upgrade would.</summary>
    public async Task StopAsync()
    {
        await ControlAsync("stop");
        await KillAsync();
    }

    /// <summary>Takes everything from the running node: every queue, exchange, binding and message is gone.</summary>
    public async Task ResetAsync()
    {
        await ControlAsync("stop_app");
        await ControlAsync("reset");
        await ControlAsync("start_app");
    }

    /// <summary>Null when every queue has a consumer; otherwise one that has none, or why nobody could be asked.</summary>
    public async Task<string?> TryFindIdleQueueAsync(IReadOnlyCollection<string> queues)
    {
        var asked = "the broker";
        try
        {
            await using var connection = await new ConnectionFactory { Uri = new Uri(Uri), RequestedConnectionTimeout = TimeSpan.FromSeconds(60) }.CreateConnectionAsync();
            await using var channel = await connection.CreateChannelAsync();
            foreach (var queue in queues)
            {
                asked = queue;
                if ((await channel.QueueDeclarePassiveAsync(queue)).ConsumerCount == 0)
                {
                    return queue;
                }
            }

            return null;
        }
        catch (Exception away) when (away is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException or TimeoutException or OperationCanceledException)
        {
            return $"{asked}: {away.Message}";
        }
    }

    /// <summary>
    /// Deletes the queue when no leader answers for it, and says whether it did. A node that is killed soon after a quorum queue was declared may
    /// know the queue and have nothing of its log: such a queue has no leader ever again, and its operator has to delete it.
    /// </summary>
    public async Task<bool> TryDeleteLeaderlessAsync(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(Uri), ContinuationTimeout = LeaderPatience }.CreateConnectionAsync();
        try
        {
            // What it takes goes back when the channel closes.
            await using var channel = await connection.CreateChannelAsync();
            await channel.BasicGetAsync(queue, autoAck: false);
            return false;
        }
        catch (Exception unanswered) when (unanswered is OperationInterruptedException { ShutdownReason.ReplyCode: 541 } or TimeoutException or OperationCanceledException)
        {
            await ControlAsync("delete_queue", queue);
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Dispose();
    }

    private async Task ControlAsync(string command)
    {
        var start = CommandOf(ControlProgram);
        start.ArgumentList.Add(command);
        using var control = Process.Start(start) ?? throw new InvalidOperationException($"{ControlProgram} did not start.");
        var output = control.StandardOutput.ReadToEndAsync();
        var errors = control.StandardError.ReadToEndAsync();
        await control.WaitForExitAsync();
        if (control.ExitCode != 0)
        {
            throw new InvalidOperationException($"rabbitmqctl {command} ended with {control.ExitCode}: {await output} {await errors}");
        }
    }

    private ProcessStartInfo CommandOf(string program)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["HOME"] = _folder.Path;
        start.Environment["RABBITMQ_NODENAME"] = $"newstest{Port}@localhost";
        return start;
    }

    private async Task<bool> TakesConnectionsAsync()
    {
        if (_process is { HasExited: true })
        {
            throw new InvalidOperationException($"rabbitmq-server ended with {_process.ExitCode} while starting.");
        }

        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port);

            // The listener is there before the node can serve: the protocol's greeting is the proof.
            var stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray());
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            return await stream.ReadAsync(new byte[1], patience.Token) == 1;
        }
        catch (Exception notYet) when (notYet is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
