using System.Globalization;

namespace NewsPlatform.QualityBench;

/// <summary>What the command line asks for.</summary>
/// <param name="Task">One of <see cref="QualityTask.Names"/>.</param>
/// <param name="Data">A set's folder, or a folder of such folders.</param>
/// <param name="Out">File of the prediction lines.</param>
/// <param name="Score">Score the lines and print them beside the peers.</param>
/// <param name="Scorers">Folder of the scorers; null = beside the data.</param>
/// <param name="Take">Only the first so many items of a set; null = all.</param>
/// <param name="Soak">Read so many items in all, going round, and print the memory on the way; 0 = off.</param>
internal sealed record QualityOptions(string Task, string Data, string Out, bool Score, string? Scorers, int? Take, int Soak)
{
    public const string Usage =
        "Usage: quality <extraction|metadata|feeds|language|entities|clusters|pairs> --data DIR --out pred.jsonl [--score] [--scorers DIR] [--take N] [--soak N]";

    private const string Flag = "yes";

    public static QualityOptions Read(string[] args)
    {
        if (args is not ["quality", var task, .. var rest] || !QualityTask.Names.Contains(task))
            throw new BadRunException(Usage);

        var given = new Dictionary<string, string>();
        for (var i = 0; i < rest.Length; i++)
        {
            var name = rest[i];
            if (name is not ("--data" or "--out" or "--score" or "--scorers" or "--take" or "--soak"))
                throw new BadRunException($"'{name}' is no option. {Usage}");
            given[name] = name == "--score" ? Flag : ++i < rest.Length ? rest[i] : throw new BadRunException($"{name} needs a value. {Usage}");
        }

        var options = new QualityOptions(
            task,
            given.GetValueOrDefault("--data") ?? throw new BadRunException($"--data is missing. {Usage}"),
            given.GetValueOrDefault("--out") ?? throw new BadRunException($"--out is missing. {Usage}"),
            given.ContainsKey("--score"),
            given.GetValueOrDefault("--scorers"),
            given.TryGetValue("--take", out var take) ? Number("--take", take) : null,
            given.TryGetValue("--soak", out var soak) ? Number("--soak", soak) : 0);
        return Directory.Exists(options.Data) ? options : throw new BadRunException($"The folder {options.Data} does not exist: give --data the folder of a set.");
    }

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new BadRunException($"{name} is '{value}': give a whole number above zero.");
}
