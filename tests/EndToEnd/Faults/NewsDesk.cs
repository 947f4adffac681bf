using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// Clients that push, correct, repeat and withdraw articles at the same time, each article in the order of its own life, and that try again
/// until they are answered, as a client must. As many go out as the test lets.
/// </summary>
internal sealed class NewsDesk(PlatformApi api, InventedNews news, FaultPlan plan, ArticleLedger ledger) : IDisposable
{
    private const int Clients = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _allowance = new(0);
    private readonly ConcurrentDictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private int _sent;

    /// <summary>Requests of all clients, without the tries again.</summary>
    public int Requests { get; private set; }

    public int Sent => _sent;

    /// <summary>What the clients were told instead of an answer, e.g. "502", and how often.</summary>
    public IReadOnlyDictionary<string, int> Refusals => _refusals;

    /// <summary>Lets so many more requests go out.</summary>
    public void Allow(int requests) => _allowance.Release(Math.Max(1, requests));

    /// <summary>Completes when every request was answered.</summary>
    public Task RunAsync()
    {
        var random = new Random(plan.Seed);
        var lives = Enumerable.Range(0, plan.Articles).GroupBy(number => number % Clients).ToList();
        var scripts = lives.ConvertAll(numbers => Interleaved(numbers, random));
        Requests = scripts.Sum(script => script.Count);
        return Task.WhenAll(scripts.Select(RunScriptAsync));
    }

    /// <summary>Pushes an article beside the plan's and gives its id.</summary>
    public async Task<string> PushOneMoreAsync()
    {
        var url = UrlOf(plan.Articles);
        await PushAsync(news.Write(plan.Articles, 1, url), asText: false);
        return ledger.TryFind(url)!.Id!;
    }

    public void Dispose() => _allowance.Dispose();

    // The steps of one article keep their order; those of different articles are mixed.
    private static List<Step> Interleaved(IEnumerable<int> numbers, Random random) =>
        [.. numbers
            .SelectMany((number, place) => StepsOf(random).Select((edition, index) => (Step: new Step(number, edition), Place: place + (index * random.Next(1, 60)), index)))
            .OrderBy(step => step.Place).ThenBy(step => step.index)
            .Select(step => step.Step)];

    // Editions; 0 = withdraw.
    private static int[] StepsOf(Random random) => random.Next(100) switch
    {
        < 60 => [1],
        < 72 => [1, 1],
        < 84 => [1, 2],
        < 89 => [1, 2, 3],
        < 94 => [1, 0],
        < 97 => [1, 0, 2],
        < 99 => [1, 2, 2, 0],
        _ => [1, 2, 0, 3, 0],
    };

    private async Task RunScriptAsync(List<Step> script)
    {
        await Task.Yield();
        foreach (var step in script)
        {
            await _allowance.WaitAsync();
            var url = UrlOf(step.Number);
            if (step.Edition == 0)
            {
                await WithdrawAsync(url);
            }
            else
            {
                await PushAsync(news.Write(step.Number, step.Edition, url), asText: step.Number % 4 == 0);
            }

            Interlocked.Increment(ref _sent);
        }
    }

    private string UrlOf(int number) => string.Create(CultureInfo.InvariantCulture, $"https://desk.example/{plan.Seed}/{number}");

    private async Task PushAsync(InventedArticle edition, bool asText)
    {
        var (_, receipt) = await UntilAnsweredAsync(HttpMethod.Post, PathOf(edition, asText), () => BodyOf(edition, asText), [HttpStatusCode.Accepted, HttpStatusCode.OK]);
        ledger.Accepted(edition, receipt.GetProperty("id").GetString()!, receipt.GetProperty("revision").GetInt64());
    }

    private async Task WithdrawAsync(string url)
    {
        var id = ledger.TryFind(url)!.Id;
        var (status, receipt) = await UntilAnsweredAsync(HttpMethod.Delete, $"api/v1/articles/{id}?reason=test", () => null, [HttpStatusCode.Accepted, HttpStatusCode.Gone]);
        ledger.Withdrawn(url, status == HttpStatusCode.Accepted ? receipt.GetProperty("revision").GetInt64() : null);
    }

    private async Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> UntilAnsweredAsync(HttpMethod method, string path, Func<HttpContent?> content, HttpStatusCode[] answers)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (true)
        {
            string refusal;
            try
            {
                var answer = await api.SendAsync(method, path, content());
                if (answers.Contains(answer.Status))
                {
                    return answer;
                }

                refusal = $"{(int)answer.Status}";
                if (!IsRetryable(answer.Status))
                {
                    throw new InvalidOperationException($"{method} {path} was answered {refusal}: {answer.Body}");
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or SocketException or IOException or TaskCanceledException)
            {
                refusal = "no answer";
            }

            _refusals.AddOrUpdate(refusal, 1, (_, count) => count + 1);
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"{method} {path} was not answered within {Patience.TotalMinutes} minutes; last: {refusal}.");
            }

            await pause.WaitForNextTickAsync();
        }
    }

    private static bool IsRetryable(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static string PathOf(InventedArticle edition, bool asText) =>
        asText ? $"api/v1/articles?url={Uri.EscapeDataString(edition.Url)}&source={Uri.EscapeDataString(edition.Source)}" : "api/v1/articles";

    private static HttpContent BodyOf(InventedArticle edition, bool asText) => asText
        ? new StringContent($"{edition.Title}\n\n{edition.Text}", Encoding.UTF8, "text/plain")
        : JsonContent.Create(new { url = edition.Url, title = edition.Title, text = edition.Text, source = new { name = edition.Source } });

    private sealed record Step(int Number, int Edition);
}
