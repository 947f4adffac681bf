using System.Globalization;

namespace NewsPlatform.PushLoad;

/// <summary>The command line: <c>--name value</c>, each at most once.</summary>
internal sealed class LoadOptions
{
    public const string Usage = """
        Pushes generated articles and waits until all are published.
          --start standalone|processes   starts the Release build on a folder of its own (processes: four, with a private RabbitMQ)
          --url http://localhost:8080 --key KEY [--pids 1,2,3]   uses a platform that runs
          --articles 10000  --clients 64  --words 250  --seed 1  --patience-minutes 60
        """;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private LoadOptions(string[] args)
    {
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            _values[args[i]] = args[i + 1];
        }
    }

    public string? Start => _values.GetValueOrDefault("--start");

    public Uri Url => new(_values.GetValueOrDefault("--url", "http://localhost:8080"));

    public string Key => _values.GetValueOrDefault("--key", "");

    public IReadOnlyList<int> Pids => [.. _values.GetValueOrDefault("--pids", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pid => int.Parse(pid, CultureInfo.InvariantCulture))];

    public int Articles => Number("--articles", 10_000);

    public int Clients => Number("--clients", 64);

    public int Words => Number("--words", 250);

    public int Seed => Number("--seed", 1);

    public TimeSpan Patience => TimeSpan.FromMinutes(Number("--patience-minutes", 60));

    /// <summary>Null when the command line is not understood.</summary>
    public static LoadOptions? Read(string[] args)
    {
        var options = new LoadOptions(args);
        string[] known = ["--start", "--url", "--key", "--pids", "--articles", "--clients", "--words", "--seed", "--patience-minutes"];
        return args.Length % 2 == 0 && options._values.Keys.All(known.Contains) && options.Start is null or "standalone" or "processes" ? options : null;
    }

    private int Number(string name, int otherwise) => _values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
