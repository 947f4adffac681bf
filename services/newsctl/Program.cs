using NewsPlatform.Newsctl.CommandLine;

using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();

return await new NewsctlRunner(Surroundings.OfProcess(input, output)).RunAsync(args, TimeSpan.FromSeconds(2));
