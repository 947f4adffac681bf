using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>Bad input gets one clear sentence and leaves everything as it was.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task An_unknown_option_is_named()
    {
        var (code, output) = await RunToEndAsync(["--colour", "red"]);

        Assert.Equal(2, code);
        Assert.Contains("--colour", output, StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("65536")]
    public async Task A_port_that_is_none_is_refused_in_one_sentence(string port)
    {
        var (code, output) = await RunToEndAsync(["--data", _folder.Path, "--port", port]);

        Assert.Equal(2, code);
        Assert.Contains($"--port is '{port}'", output, StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_gateway_that_cannot_start_ends_the_services_without_a_word_beside_the_sentence()
    {
        var (code, output) = await RunToEndAsync(["--data", _folder.Path, "--port", $"{FreePort.Next()}"], new Dictionary<string, string>(StringComparer.Ordinal) { ["Gateway__RateLimit__AnonymousPerSecond"] = "-1" });

        Assert.Equal(2, code);
        Assert.Contains("Gateway:RateLimit:AnonymousPerSecond is -1", output, StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_what_to_do()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        var (code, output) = await RunToEndAsync(["--data", _folder.Path, "--port", $"{port}"]);

        Assert.Equal(2, code);
        Assert.Contains($"{port}", output, StringComparison.Ordinal);
        Assert.Contains("--port", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named()
    {
        await File.WriteAllTextAsync(_folder.File("plain"), "");

        var (code, output) = await RunToEndAsync(["--data", _folder.File("plain"), "--port", $"{FreePort.Next()}"]);

        Assert.Equal(2, code);
        Assert.Contains("plain", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_in_use_is_refused_so_that_two_programs_do_not_send_the_same_articles()
    {
        await using var first = await StandaloneRun.StartReadyAsync(_folder.Path);

        var (code, output) = await RunToEndAsync(["--data", _folder.Path, "--port", $"{FreePort.Next()}"]);

        Assert.Equal(2, code);
        Assert.Contains("--data", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_configuration_value_is_named_with_its_key()
    {
        var (code, output) = await RunToEndAsync(["--data", _folder.Path, "--port", $"{FreePort.Next()}"], new Dictionary<string, string>(StringComparer.Ordinal) { ["Messaging__RetryLimit"] = "99" });

        Assert.Equal(2, code);
        Assert.Contains("Messaging:RetryLimit is '99'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_requests_get_a_problem_with_a_sentence_and_nothing_is_stored()
    {
        await using var run = await StandaloneRun.StartReadyAsync(_folder.Path);

        await RefusedAsync(run, HttpStatusCode.BadRequest, HttpMethod.Post, "api/v1/articles", Of("{\"title\": ", "application/json"));
        await RefusedAsync(run, HttpStatusCode.BadRequest, HttpMethod.Post, "api/v1/articles", Of("<html><body></body></html>", "text/html"), HttpStatusCode.UnprocessableEntity);
        await RefusedAsync(run, HttpStatusCode.UnsupportedMediaType, HttpMethod.Post, "api/v1/articles", Of("%PDF", "application/pdf"));
        await RefusedAsync(run, HttpStatusCode.RequestEntityTooLarge, HttpMethod.Post, "api/v1/articles", Of(new string('x', 9 * 1024 * 1024), "text/plain"));
        await RefusedAsync(run, HttpStatusCode.BadRequest, HttpMethod.Post, "api/v1/sources", Of("{\"name\":\"x\",\"kind\":\"feed\",\"url\":\"not a url\"}", "application/json"));
        await RefusedAsync(run, HttpStatusCode.BadRequest, HttpMethod.Post, "api/v1/sources", Of("{\"name\":\"x\",\"kind\":\"feed\",\"url\":", "application/json"));
        await RefusedAsync(run, HttpStatusCode.NotFound, HttpMethod.Get, "api/v1/articles/nothing");
        await RefusedAsync(run, HttpStatusCode.NotFound, HttpMethod.Get, "api/v1/articles/nothing/journey");
        await RefusedAsync(run, HttpStatusCode.NotFound, HttpMethod.Delete, "api/v1/articles/nothing");
        await RefusedAsync(run, HttpStatusCode.NotFound, HttpMethod.Get, "api/v1/stories/nothing");
        await RefusedAsync(run, HttpStatusCode.NotFound, HttpMethod.Get, "api/v1/sources/nothing");
        await RefusedAsync(run, HttpStatusCode.NotFound, HttpMethod.Post, "api/v1/deadletters/nothing/replay");
        await RefusedAsync(run, HttpStatusCode.BadRequest, HttpMethod.Get, "api/v1/articles?cursor=!!!");
        await RefusedAsync(run, HttpStatusCode.BadRequest, HttpMethod.Get, "api/v1/articles?limit=0");
        await RefusedAsync(run, HttpStatusCode.BadRequest, HttpMethod.Get, "api/v1/articles?from=yesterday");
        await RefusedAsync(run, HttpStatusCode.BadRequest, HttpMethod.Get, "api/v1/changes?cursor=rubbish");
        await RefusedAsync(run, HttpStatusCode.NotFound, HttpMethod.Get, "api/v1/no-such-thing");

        Assert.Equal(new Buckets(0, 0, 0, 0, 0, 0), await run.Api.TryReadPipelineAsync());
        Assert.Empty(await run.Api.ListAsync("api/v1/sources"));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task RefusedAsync(StandaloneRun run, HttpStatusCode status, HttpMethod method, string path, HttpContent? content = null, HttpStatusCode? or = null)
    {
        var (seen, problem) = await run.Api.SendAsync(method, path, content);

        Assert.True(seen == status || seen == or, $"{method} {path}: {seen} instead of {status}");
        Assert.True(problem.TryGetProperty("detail", out var detail) && detail.GetString()!.Length > 10, $"{method} {path}: no sentence in {problem}");
    }

    private static StringContent Of(string text, string type) => new(text, Encoding.UTF8, type);

    private static async Task<(int Code, string Output)> RunToEndAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var process = ServiceProcess.Start("services/standalone", "NewsPlatform.Standalone", arguments, environment);
        await process.WaitForExitAsync();
        return (process.ExitCode, process.Output);
    }
}
