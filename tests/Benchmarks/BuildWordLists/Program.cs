using NewsPlatform.BuildWordLists;

// Makes the word lists and counts that the services ship, from public data; README.md beside tests/Benchmarks names the data and how to fetch it.
//   names --from DIR --out FILE             name-words.bin, from the packages unpacked in DIR
//   lemmas --from DIR --out FILE            lemmas-ru.txt.gz, from dictionary-ru in DIR
//   background --out DIR FILE…              xx.tsv for each language, from lines of {"id","text","language"}
try
{
    switch (args)
    {
        case ["names", "--from", var packages, "--out", var output]:
            NameLists.Write(packages, output);
            return 0;
        case ["lemmas", "--from", var packages, "--out", var output]:
            RussianLemmaList.Write(packages, output);
            return 0;
        case ["background", "--out", var folder, .. var files] when files.Length > 0:
            BackgroundCounts.Write(folder, files);
            return 0;
        default:
            await Console.Error.WriteLineAsync("Usage: names --from DIR --out FILE | lemmas --from DIR --out FILE | background --out DIR FILE…");
            return 2;
    }
}
catch (Exception missing) when (missing is IOException or InvalidDataException)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 1;
}
