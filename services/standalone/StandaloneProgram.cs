using System.Net;
using System.Net.Sockets;
using NewsPlatform.Hosting;
using NewsPlatform.Standalone.ServeEdition;

namespace NewsPlatform.Standalone;

/// <summary>Starts everything, says what to open, and stays until it is told to stop.</summary>
internal sealed class StandaloneProgram(TextWriter output)
{
    public async Task RunAsync(StandaloneOptions options, CancellationToken ct)
    {
        using var folder = DataFolder.Open(options.DataFolder);
        RefuseTakenPort(options.Port);
        var key = options.AdminKey is null ? folder.GetOrMakeAdminKey() : new AdminKey(options.AdminKey, IsNew: false, IsGiven: true);

        // Before the platform: its sources are polled as soon as it runs.
        await using var site = options.Demo ? await EditionSite.StartAsync(folder, ct) : null;
        await using var platform = new Platform(options, key.Value);
        await platform.StartAsync(ct);
        await output.WriteLineAsync(Greeting.Started(platform.Address, key, folder));
        await output.WriteLineAsync(site is null ? Greeting.AddASource(platform.Address) : Greeting.Demo(platform.Address, site.Edition));
        if (site is not null)
        {
            await new EditionTakeIn(platform.Address, key.Value, site, output).RunAsync(platform.Stopping);
        }

        await platform.WaitAsync(ct);
        await output.WriteLineAsync("Stopped; the next start goes on from here.");
    }

    // Asked before anything starts: the gateway would find out only when the services are at work already.
    private static void RefuseTakenPort(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException taken)
        {
            throw new ConfigurationException($"Port {port} cannot be used ({taken.Message}): end the other program or choose another with --port.", taken);
        }
    }
}
