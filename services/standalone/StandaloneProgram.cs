using NewsPlatform.Standalone.ServeEdition;

namespace NewsPlatform.Standalone;

/// <summary>Starts everything, says what to open, and stays until it is told to stop.</summary>
internal sealed class StandaloneProgram(TextWriter output)
{
    public async Task RunAsync(StandaloneOptions options, CancellationToken ct)
    {
        using var folder = DataFolder.Open(options.DataFolder);
        var key = options.AdminKey is null ? folder.GetOrMakeAdminKey() : new AdminKey(options.AdminKey, IsNew: false);
        await using var platform = new Platform(options, key.Value);
        await platform.StartAsync(ct);
        await output.WriteLineAsync(Greeting.Started(platform.Address, key, folder));

        if (options.Demo)
        {
            await using var site = await EditionSite.StartAsync(folder, ct);
            await output.WriteLineAsync(Greeting.Demo(platform.Address, site.Edition));
            await new EditionTakeIn(platform.Address, key.Value, site, output).RunAsync(platform.Stopping);
            await platform.WaitAsync(ct);
        }
        else
        {
            await output.WriteLineAsync(Greeting.AddASource(platform.Address));
            await platform.WaitAsync(ct);
        }

        await output.WriteLineAsync("Stopped; the next start goes on from here.");
    }
}
