using NewsPlatform.Standalone.ServeEdition;

namespace NewsPlatform.Standalone;

/// <summary>Starts everything, says what to open, and stays until it is told to stop.</summary>
internal sealed class StandaloneProgram(TextWriter output)
{
    public async Task RunAsync(StandaloneOptions options, CancellationToken ct)
    {
        using var folder = DataFolder.Open(options.DataFolder);
        TakenPort.Refuse(options.Port);
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
}
