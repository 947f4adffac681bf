using System.CommandLine;

namespace NewsPlatform.Newsctl.CommandLine;

/// <summary>The options that every command knows.</summary>
internal sealed class GlobalOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON for machines instead of tables.", Recursive = true };

    public Option<string?> Server { get; } = new("--server")
    {
        Description = $"Address of the platform. Default: {ServerChoice.ServerVariable}, else {ServerChoice.DefaultServer}.",
        HelpName = "URL",
        Recursive = true,
    };

    public Option<string?> Key { get; } = new("--key")
    {
        Description = $"API key for what writes. Default: {ServerChoice.KeyVariable}, else the file named by {ServerChoice.KeyFileVariable}, else ./{ServerChoice.LocalKeyFile} when the server is local.",
        HelpName = "KEY",
        Recursive = true,
    };

    public void AddTo(Command root)
    {
        root.Options.Add(Json);
        root.Options.Add(Server);
        root.Options.Add(Key);
    }
}
