using NewsPlatform.ComposeCheck;
using NewsPlatform.Testing;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

// deploy/compose.check runs this: FOLDER holds one folder for each published program. Exit codes: 0 = as the file says, 1 = not, 3 = cannot be tried here.
const string Profile = "demo";
if (args is not [var published])
{
    Console.Error.WriteLine("Give the folder of the published programs (deploy/compose.check does).");
    return 1;
}

if (!RabbitMqServer.IsInstalled)
{
    Console.Error.WriteLine("rabbitmq-server is not installed: the compose file's topology cannot be tried here.");
    return 3;
}

using var folder = new TempFolder();
File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
Console.WriteLine($"docker-compose.yml, profile {Profile}, as processes{(Container.CanBecomeUser ? $" of user {Container.User} without privileges" : "")}");
await using var run = new ComposeRun(new ComposeFile(), Path.GetFullPath(published), folder.Path, Console.Out);
try
{
    await run.StartAsync(Profile);
    var wrong = await EditionReading.ReadAsync(run.Gateway, Console.Out);
    wrong = [.. wrong, .. await run.StopAsync()];
    foreach (var sentence in wrong)
    {
        Console.Error.WriteLine($"WRONG: {sentence}");
    }

    Console.WriteLine("Not tried without containers: the images' building, networks, limits, volumes, read-only root file systems, the database's start.");
    return wrong.Count == 0 ? 0 : 1;
}
catch (Exception notAsSaid) when (notAsSaid is InvalidOperationException or TimeoutException)
{
    Console.Error.WriteLine($"WRONG: {notAsSaid.Message}");
    return 1;
}
