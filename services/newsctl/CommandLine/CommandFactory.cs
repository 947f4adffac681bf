using System.CommandLine;

namespace NewsPlatform.Newsctl.CommandLine;

/// <summary>Makes commands whose work is a <see cref="CommandRun"/>.</summary>
internal sealed class CommandFactory(Surroundings around, GlobalOptions options)
{
    public static Command Group(string name, string description, params Command[] commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands)
        {
            group.Subcommands.Add(command);
        }

        return group;
    }

    /// <param name="name">As typed.</param>
    /// <param name="description">For <c>--help</c>.</param>
    /// <param name="symbols">Its arguments and options.</param>
    /// <param name="work">Gives the exit code.</param>
    public Command Command(string name, string description, IEnumerable<Symbol> symbols, Func<CommandRun, CancellationToken, Task<int>> work)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else if (symbol is Option option)
            {
                command.Options.Add(option);
            }
        }

        command.SetAction(async (arguments, ct) =>
        {
            using var run = new CommandRun(around, options, arguments);
            return await work(run, ct);
        });
        return command;
    }
}
