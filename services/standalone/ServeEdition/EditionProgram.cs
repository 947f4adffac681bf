using NewsPlatform.Hosting;

namespace NewsPlatform.Standalone.ServeEdition;

/// <summary>Serves the sample edition to a platform that runs elsewhere, adds its publishers there as sources, and stays until it is told to stop.</summary>
internal sealed class EditionProgram(TextWriter output)
{
    public async Task RunAsync(EditionOptions options, CancellationToken ct)
    {
        var key = (await File.ReadAllTextAsync(options.KeyFile.FullName, ct)).Trim();
        if (key.Length == 0)
        {
            throw new ConfigurationException($"The key file '{options.KeyFile}' is empty: write a key into it that may manage sources.");
        }

        await using var site = await EditionSite.StartAsync(options.Port, options.Domain, ct);
        await output.WriteLineAsync($"The sample edition is served: {site.UrlOf(site.Edition.Publishers[0].Lists[0].Url)} and others.");
        await new EditionTakeIn(options.Platform, key, site, output).RunAsync(ct);

        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stopping = ct.Register(stopped.SetResult);
        await stopped.Task;
    }
}

/// <summary>What the command line asks.</summary>
/// <param name="Platform">The gateway's address.</param>
/// <param name="KeyFile">Holds a key that may manage sources.</param>
/// <param name="Domain">The publishers' hosts are names in it.</param>
/// <param name="Port">Of the sites.</param>
internal sealed record EditionOptions(Uri Platform, FileInfo KeyFile, string Domain, int Port);
