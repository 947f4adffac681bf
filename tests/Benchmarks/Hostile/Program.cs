using System.Globalization;
using NewsPlatform.Enrichment.AnalyzeArticle;
using NewsPlatform.HostileBench;

// Time and memory of the analysis against the length of hostile texts. Four times the text may cost four times the work, and no more than the noise beside it.
int[] lengths = [62_500, 250_000, 1_000_000];
const double MostGrowth = 4 * 2;
const double Noise = 30; // milliseconds below which growth says nothing

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var analyzer = new ArticleAnalyzer();
foreach (var text in HostileText.All)
{
    Measure(text, lengths[0]); // the first run compiles
}

Console.WriteLine($"{"text",-40}{string.Concat(lengths.Select(length => $"{length,16:N0}"))}{"growth",10}{"allocated",12}");
var failures = 0;
foreach (var text in HostileText.All)
{
    var costs = lengths.Select(length => Measure(text, length)).ToList();
    var growth = costs[^1].Milliseconds / Math.Max(costs[^2].Milliseconds, Noise);
    failures += growth > MostGrowth ? 1 : 0;
    Console.WriteLine($"{text.Name,-40}{string.Concat(costs.Select(cost => $"{cost.Milliseconds,13:F0} ms"))}{growth,9:F1}×{costs[^1].Bytes / (double)lengths[^1],8:F0} B/ch{(growth > MostGrowth ? "  NOT LINEAR" : "")}");
}

Console.WriteLine(failures == 0 ? "All linear." : $"{failures} not linear: four times the text costs more than {MostGrowth:F0} times the work.");
return failures == 0 ? 0 : 1;

// The better of two, in processor time of this process: what runs beside it does not count.
(double Milliseconds, long Bytes) Measure(HostileText text, int length)
{
    var content = PlainContent.Of("", text.OfLength(length), DateTimeOffset.UnixEpoch);
    return Enumerable.Range(0, 2).Select(_ => Run(content)).MinBy(cost => cost.Milliseconds);
}

(double Milliseconds, long Bytes) Run(NewsPlatform.Contracts.Articles.ArticleContent content)
{
    var bytes = GC.GetTotalAllocatedBytes();
    var before = Environment.CpuUsage.TotalTime;
    analyzer.Analyze(content);
    return ((Environment.CpuUsage.TotalTime - before).TotalMilliseconds, GC.GetTotalAllocatedBytes() - bytes);
}
