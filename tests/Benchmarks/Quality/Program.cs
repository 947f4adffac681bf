using NewsPlatform.QualityBench;

try
{
    var options = QualityOptions.Read(args);
    var task = QualityTask.Of(options.Task);
    var sets = DataSet.Find(options.Data, task);
    new QualityRun(task, options).Predict(sets);
    if (!options.Score)
        return 0;

    var scored = true;
    foreach (var set in sets)
        scored &= Scoring.Print(task, set, options);
    return scored ? 0 : 1;
}
catch (BadRunException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
