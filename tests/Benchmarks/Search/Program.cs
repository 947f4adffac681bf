using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.Storage;
using NewsPlatform.SearchBench;
using NewsPlatform.Testing;

// How long a search takes through the gateway while the archive grows: bench.sh search [--sizes 10000,100000,1000000] [--questions 200] [--keep DIR].
// Fails when p95 over all questions is 50 ms or more at any size, or at the largest more than three times that at the smallest.
const int BatchSize = 500;
const double MostMilliseconds = 50;
const double MostGrowth = 3;

var options = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
var sizes = options.GetValueOrDefault("--sizes", "10000,100000,1000000").Split(',').Select(size => int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Order().ToList();
var isUnderstood = int.TryParse(options.GetValueOrDefault("--questions", "200"), NumberStyles.None, CultureInfo.InvariantCulture, out var questions);
if (args.Length % 2 != 0 || !isUnderstood || questions < 20 || sizes.Any(size => size < 1_000) || options.Keys.Any(key => key is not ("--sizes" or "--questions" or "--keep")))
{
    await Console.Error.WriteLineAsync($"'{string.Join(' ', args)}' is not understood: bench.sh search [--sizes N,N,…] [--questions N] [--keep DIR], sizes from 1000, questions from 20.");
    return 2;
}

using var temporary = new TempFolder();
var folder = options.GetValueOrDefault("--keep", temporary.Path);
var articles = new InventedArticles();
var count = 0;
var overall = new List<double>();
foreach (var size in sizes)
{
    await GrowAsync(size);
    await using var platform = await Platform.StartAsync(folder);
    var kinds = new Questions(articles, size).Kinds;

    // Compiled and in memory before it is timed: a reader's first question of the day is told apart.
    var cold = await Measurement.TakeAsync(platform.Http, "first questions, cold", kinds["two common words"], 20);
    foreach (var (kind, next) in kinds)
    {
        await Measurement.TakeAsync(platform.Http, kind, next, 20);
    }

    Console.WriteLine(cold);
    var all = new List<double>();
    foreach (var (kind, next) in kinds)
    {
        var taken = await Measurement.TakeAsync(platform.Http, kind, next, questions);
        all.AddRange(taken.Milliseconds);
        Console.WriteLine(taken);
    }

    var total = new Measurement("all", [.. all.Order()], 1);
    overall.Add(total.At(0.95));
    Console.WriteLine($"{size:N0} articles: p50 {total.At(0.5):0.0}  p95 {total.At(0.95):0.0}  p99 {total.At(0.99):0.0} ms");
}

return overall.TrueForAll(p95 => p95 < MostMilliseconds) && overall[^1] <= MostGrowth * overall[0] ? 0 : 1;

async Task GrowAsync(int size)
{
    var file = Path.Combine(folder, "publishing.db");
    using var database = new SqliteDatabase(file, SqliteSchema.Migrations);
    var store = new SqliteArticleReadStore(database);
    var start = Stopwatch.GetTimestamp();
    var held = await database.ReadAsync(connection => (long)connection.Scalar("SELECT count(*) FROM articles")!, CancellationToken.None);

    // A kept folder goes on where an earlier run left it; the invented articles before that come in between.
    for (; held < size && count < size; count += BatchSize)
    {
        List<ArticleChange> batch = [.. Enumerable.Range(0, BatchSize).Select(_ => articles.Next())];
        if (count + BatchSize > held)
        {
            await store.PutNewerAsync(batch, CancellationToken.None);
        }
    }

    using var renewal = new IndexRenewal(new SqliteSearchIndex(database), new SqliteFacts(database), TimeProvider.System, NullLogger<IndexRenewal>.Instance);
    await renewal.RenewAsync(CancellationToken.None);
    Console.WriteLine($"grown to {Math.Max(held, count):N0} articles in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, {new FileInfo(file).Length >> 20} MiB");
}
