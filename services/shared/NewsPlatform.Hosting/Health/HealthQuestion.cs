namespace NewsPlatform.Hosting.Health;

/// <summary>
/// <c>program --health http://127.0.0.1:8081/health/ready</c>: the program asks a running one instead of running. It is the images' health check, for they
/// have neither a shell nor curl.
/// </summary>
public static class HealthQuestion
{
    private const string Word = "--health";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>Null when the command line asks nothing; otherwise the exit code: 0 = answered with success, 1 = not, 2 = no address to ask.</summary>
    public static async Task<int?> TryAskAsync(string[] args)
    {
        if (args is not [Word, ..])
        {
            return null;
        }

        if (args is not [_, var text] || !Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            await Console.Error.WriteLineAsync($"{Word} takes one address, e.g. {Word} http://127.0.0.1:8080/health/ready.");
            return ServiceHost.CannotStart;
        }

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(address);
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"No answer from {address}: {silent.Message}");
            return 1;
        }
    }
}
