using System.Diagnostics;
using NewsPlatform.PushLoad;

if (LoadOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(LoadOptions.Usage);
    return 2;
}

await using var platform = await PlatformUnderLoad.OfAsync(options);
using var http = new HttpClient { BaseAddress = platform.Address, Timeout = TimeSpan.FromMinutes(5) };
http.DefaultRequestHeaders.Add("X-Api-Key", platform.Key);
await platform.AnswersAsync(http);
platform.Sample();
Console.WriteLine($"idle: {Memory()}");

var watch = Stopwatch.StartNew();
var settlement = new Settlement(http, platform.Sample);
var run = new PushRun(http, new ArticleMaker(options.Seed, options.Words), options.Articles);
var pushing = await run.RunAsync(options.Clients, CancellationToken.None);
platform.Sample();
Console.WriteLine($"pushed {run.Accepted:N0} in {pushing.TotalSeconds:0} s ({run.Accepted / pushing.TotalSeconds:0}/s), {run.Refused:N0} times told to come back; ms p50 {run.Percentile(0.5):0} p95 {run.Percentile(0.95):0} p99 {run.Percentile(0.99):0} max {run.Percentile(1):0}");

var pipeline = await settlement.WaitAsync(options.Patience, CancellationToken.None);
var all = watch.Elapsed;
var published = await settlement.PublishedAsync(CancellationToken.None);
platform.Sample();
var lost = run.Ids.Count(id => !published.ContainsKey(id));
var doubled = published.Count(article => article.Value > 1);
Console.WriteLine($"published {run.Ids.Count - lost:N0} after {all.TotalSeconds:0} s ({run.Ids.Count / all.TotalSeconds:0}/s), lost {lost}, doubled {doubled}, difference {pipeline.GetProperty("difference")}, dead {pipeline.GetProperty("dead")}");
Console.WriteLine($"peak: {Memory()}");
return lost == 0 && doubled == 0 ? 0 : 1;

string Memory() => string.Join(", ", platform.Peaks.Select(process => $"{process.Key} {process.Value / 1_048_576:N0} MiB"));
