using System.CommandLine;
using System.Globalization;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Health;
using NewsPlatform.Standalone.ServeEdition;

namespace NewsPlatform.Standalone;

/// <summary>The program's command line.</summary>
internal static class StandaloneCommand
{
    /// <summary>Runs the command line; gives the exit code and says in one sentence on standard error what is wrong with it.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (await HealthQuestion.TryAskAsync(args) is { } answer)
        {
            return answer;
        }

        var parsed = Create().Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync();
        }

        await Console.Error.WriteLineAsync($"Cannot start: {parsed.Errors[0].Message.ReplaceLineEndings(" ").TrimEnd('.')} (--help lists the options).");
        return ServiceHost.CannotStart;
    }

    private static RootCommand Create()
    {
        var demo = new Option<bool>("--demo") { Description = "Serve the sample edition on loopback and take it in." };
        var port = new Option<int>("--port") { Description = "Port of the site and the API on 127.0.0.1.", DefaultValueFactory = _ => 8080 };
        var data = new Option<string>("--data") { Description = "Folder of the databases and the key; made when missing.", DefaultValueFactory = _ => "./data" };
        var adminKey = new Option<string?>("--admin-key") { Description = "The key for writing. Without it one is made at the first start and kept in the data folder." };
        CheckPort(port);
        adminKey.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string?>()))
            {
                result.AddError("--admin-key is empty: give some random characters, 16 or more");
            }
        });

        var command = new RootCommand("The whole news platform in one process: ingestion, enrichment, publishing and the gateway in front of them.") { demo, port, data, adminKey, CreateEdition() };
        command.SetAction((parsed, ct) => ServiceHost.GuardAsync(() => new StandaloneProgram(Console.Out).RunAsync(
            new StandaloneOptions(parsed.GetValue(demo), parsed.GetValue(port), parsed.GetValue(data)!, parsed.GetValue(adminKey)), ct)));
        return command;
    }

    private static Command CreateEdition()
    {
        var platform = new Option<Uri>("--platform") { Description = "Address of the platform that takes the edition in.", Required = true, CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
            {
                return address;
            }

            result.AddError($"--platform is '{result.Tokens[0].Value}': give an address such as http://gateway:8080");
            return null;
        } };
        var keyFile = new Option<FileInfo>("--key-file") { Description = "File with a key that may manage sources.", Required = true };
        var domain = new Option<string>("--domain") { Description = "The publishers' hosts are names in this domain, which must lead here.", Required = true };
        var port = new Option<int>("--port") { Description = "Port of the edition's sites on every address.", DefaultValueFactory = _ => 8090 };
        CheckPort(port);
        keyFile.AcceptExistingOnly();

        var command = new Command("edition", "The sample edition alone, as web sites for another platform, and its publishers as sources there.") { platform, keyFile, domain, port };
        command.SetAction((parsed, ct) => ServiceHost.GuardAsync(() => new EditionProgram(Console.Out).RunAsync(
            new EditionOptions(parsed.GetValue(platform)!, parsed.GetValue(keyFile)!, parsed.GetValue(domain)!, parsed.GetValue(port)), ct)));
        return command;
    }

    private static void CheckPort(Option<int> port) => port.Validators.Add(result =>
    {
        // The words as given: reading them as a number throws when they are none.
        if (result.Tokens is [var given] && !(int.TryParse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 65_535))
        {
            result.AddError($"--port is '{given.Value}': give a number from 1 to 65535");
        }
    });
}

/// <summary>What the command line asks.</summary>
/// <param name="Demo">Take in the sample edition.</param>
/// <param name="Port">The gateway's port on 127.0.0.1.</param>
/// <param name="DataFolder">Where everything is kept.</param>
/// <param name="AdminKey">The key given; null = the kept or a new one.</param>
internal sealed record StandaloneOptions(bool Demo, int Port, string DataFolder, string? AdminKey);
