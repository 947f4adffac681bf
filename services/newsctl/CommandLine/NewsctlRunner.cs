using System.CommandLine;
using NewsPlatform.Newsctl.Archive;
using NewsPlatform.Newsctl.Articles;
using NewsPlatform.Newsctl.Backup;
using NewsPlatform.Newsctl.DeadLetters;
using NewsPlatform.Newsctl.Offline;
using NewsPlatform.Newsctl.Pipeline;
using NewsPlatform.Newsctl.Sources;

namespace NewsPlatform.Newsctl.CommandLine;

/// <summary>Reads a command line, runs its command and turns what went wrong into one sentence and an exit code.</summary>
internal sealed class NewsctlRunner(Surroundings around)
{
    /// <param name="args">As the shell gave them.</param>
    /// <param name="patience">How long a command may take to end after Ctrl+C; null leaves the process's signals alone.</param>
    /// <param name="ct">Ends the command early.</param>
    public async Task<int> RunAsync(string[] args, TimeSpan? patience = null, CancellationToken ct = default)
    {
        var arguments = Root().Parse(args);
        if (arguments.Errors.Count > 0)
        {
            // Of several errors, the word that nothing knows tells most.
            var problem = arguments.UnmatchedTokens is [var unknown, ..] ? $"'{unknown}' is no command, option or argument here" : arguments.Errors[0].Message;
            await SayAsync($"{Sentence(problem)} 'newsctl {PathOf(arguments)}--help' shows what there is.");
            return ExitCodes.Usage;
        }

        var code = await InvokeAsync(arguments, patience, ct);
        await around.Output.FlushAsync(CancellationToken.None);
        return code;
    }

    private async Task<int> InvokeAsync(ParseResult arguments, TimeSpan? patience, CancellationToken ct)
    {
        var configuration = new InvocationConfiguration
        {
            Output = around.Output,
            Error = around.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = patience,
        };
        try
        {
            return await arguments.InvokeAsync(configuration, ct);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (WrongUsageException wrong)
        {
            await SayAsync(wrong.Message);
            return ExitCodes.Usage;
        }
        catch (ServerUnreachableException silent)
        {
            await SayAsync(silent.Message);
            return ExitCodes.Unreachable;
        }
        catch (Exception failure) when (failure is CommandFailedException or IOException or UnauthorizedAccessException)
        {
            await SayAsync(Sentence(failure.Message));
            return ExitCodes.Failed;
        }
    }

    private RootCommand Root()
    {
        var options = new GlobalOptions();
        var factory = new CommandFactory(around, options);
        var root = new RootCommand($"""
            The command line of NewsPlatform: reads articles offline with the platform's own code, and runs a platform through its API.

            {ExitCodes.Explanation}
            """);
        options.AddTo(root);
        root.Subcommands.Add(ExtractCommand.Create(factory));
        root.Subcommands.Add(AnalyzeCommand.Create(factory));
        root.Subcommands.Add(ClusterCommand.Create(factory));
        root.Subcommands.Add(FeedCommand.Create(factory));
        root.Subcommands.Add(SourceCommands.Create(factory));
        root.Subcommands.Add(ArticleCommands.Create(factory));
        root.Subcommands.Add(DeadLetterCommands.Create(factory));
        root.Subcommands.Add(PipelineCommand.Create(factory));
        root.Subcommands.Add(ReprocessCommand.Create(factory));
        root.Subcommands.Add(BackupCommands.CreateBackup(factory));
        root.Subcommands.Add(BackupCommands.CreateRestore(factory));
        return root;
    }

    private static string PathOf(ParseResult arguments)
    {
        var names = new List<string>();
        for (var result = arguments.CommandResult; result.Command is not RootCommand; result = (System.CommandLine.Parsing.CommandResult)result.Parent!)
        {
            names.Insert(0, result.Command.Name);
        }

        return string.Concat(names.Select(name => name + " "));
    }

    private Task SayAsync(string sentence) => around.Error.WriteLineAsync(sentence);

    private static string Sentence(string message)
    {
        var line = message.ReplaceLineEndings(" ").Trim();
        return line.EndsWith('.') || line.EndsWith('?') || line.EndsWith('!') ? line : line + ".";
    }
}
