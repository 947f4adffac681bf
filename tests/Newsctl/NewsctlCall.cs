using System.Text;
using System.Text.Json;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Testing;

namespace NewsPlatform.Newsctl.Tests;

/// <summary>What a call of newsctl printed and ended with.</summary>
internal sealed record CallResult(int Code, string Output, string Error)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Output);

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<JsonElement> JsonLines => [.. Lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
}

/// <summary>newsctl in a folder of its own, with an environment and an input of the test's making.</summary>
internal sealed class NewsctlCall : IDisposable
{
    private readonly TempFolder _folder = new();

    public Dictionary<string, string> Environment { get; } = [];

    public ManualClock Clock { get; } = new();

    public string Write(string name, string content)
    {
        var path = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public string PathOf(string name) => _folder.File(name);

    /// <summary>The same, when anything but success is a failure of the test.</summary>
    public async Task<CallResult> SucceedsAsync(params string[] args)
    {
        var result = await RunAsync(args);
        Assert.True(result.Code == 0, result.Error);
        return result;
    }

    public string Read(string name) => File.ReadAllText(_folder.File(name));

    public Task<CallResult> RunAsync(params string[] args) => RunAsync("", args);

    public Task<CallResult> RunAsync(string input, string[] args, CancellationToken ct = default) => RunAsync(Encoding.UTF8.GetBytes(input), args, ct);

    public async Task<CallResult> RunAsync(byte[] input, string[] args, CancellationToken ct = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var around = new Surroundings
        {
            Input = new MemoryStream(input),
            Output = output,
            Error = error,
            Environment = name => Environment.GetValueOrDefault(name),
            Directory = _folder.Path,
            Clock = Clock,
        };
        var code = await new NewsctlRunner(around).RunAsync(args, patience: null, ct);
        return new CallResult(code, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Dispose();
}
