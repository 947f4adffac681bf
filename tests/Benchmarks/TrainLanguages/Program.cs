using System.Text.Json;
using NewsPlatform.Text;
using NewsPlatform.Text.Languages;
using NewsPlatform.TrainLanguages;

// Trains languages.bin from lines of {"id","text","language"}.
//   --measure FILE…       trains on four fifths, prints the accuracy on the last fifth of each file, writes nothing
//   OUTPUT FILE…          trains on everything and writes the model
//   --predict FILE        reads such lines, writes {"id","language"} by the embedded model to standard output
if (args is ["--predict", var input])
{
    foreach (var sample in Sample.ReadAll(input))
    {
        Console.WriteLine(JsonSerializer.Serialize(new { id = sample.Id, language = LanguageIdentifier.Shared.Identify(sample.Text).Language }));
    }

    return 0;
}

if (args.Length < 2)
{
    await Console.Error.WriteLineAsync("Usage: --measure FILE… | OUTPUT FILE… | --predict FILE, each FILE holding lines of {\"id\",\"text\",\"language\"}.");
    return 2;
}

var measure = args[0] == "--measure";
var files = args[1..].Select(path => (Path: path, Samples: Sample.ReadAll(path).ToList())).ToList();
var groups = Training.Estimate([.. files.SelectMany(file => file.Samples).Where(sample => !measure || !sample.IsHeldOut)]);
using var model = new MemoryStream();
LanguageModelFile.Write(model, groups);
Console.WriteLine($"{string.Join(", ", groups.Select(group => $"{group.System} {group.Features.Length} (strange from {group.StrangeCost:F2})"))}: {model.Length} bytes");

if (!measure)
{
    await File.WriteAllBytesAsync(args[0], model.ToArray());
    return 0;
}

model.Position = 0;
var identifier = new LanguageIdentifier(new LanguageModel(LanguageModelFile.Read(model)));
foreach (var (path, samples) in files)
{
    Console.WriteLine(path);
    Measurement.Print(identifier, [.. samples.Where(sample => sample.IsHeldOut && Training.Knows(sample.Language))]);
    Console.WriteLine("three sentences at a time:");
    Measurement.Print(identifier, Sample.Join(samples.Where(sample => sample.IsHeldOut && Training.Knows(sample.Language))));
    Measurement.PrintStrangers(identifier, Sample.Join(samples.Where(sample => !Training.Knows(sample.Language))));
}

return 0;
