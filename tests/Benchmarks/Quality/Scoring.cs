using System.Diagnostics;

namespace NewsPlatform.QualityBench;

/// <summary>Calls the set's own scorer on the prediction lines and prints its words beside the peers' figures.</summary>
internal static class Scoring
{
    /// <summary>False when the scorer failed.</summary>
    public static bool Print(QualityTask task, DataSet set, QualityOptions options)
    {
        var scorer = task.ScorerOf(set);
        var script = Path.Combine(FolderOf(set, options, scorer.Script), scorer.Script);
        var succeeded = true;
        foreach (var flags in scorer.Calls)
            succeeded &= Call([script, .. flags, set.PathOf(scorer.Gold), Path.GetFullPath(options.Out)], set);

        Peers.Print(options.Task, set.Name);
        return succeeded;
    }

    private static bool Call(IEnumerable<string> arguments, DataSet set)
    {
        var call = new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        using var scorer = Process.Start(call) ?? throw new BadRunException("python3 does not start: install it, or score the lines elsewhere.");
        var said = scorer.StandardOutput.ReadToEnd();
        scorer.WaitForExit();
        Console.WriteLine($"{set.Name}: {said.TrimEnd()}");
        return scorer.ExitCode == 0;
    }

    private static string FolderOf(DataSet set, QualityOptions options, string script)
    {
        if (options.Scorers is { } given)
            return File.Exists(Path.Combine(given, script)) ? given : throw new BadRunException($"{given} holds no {script}: give --scorers the folder that does.");

        for (var folder = set.Folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var beside = Path.Combine(folder, "scorers");
            if (File.Exists(Path.Combine(beside, script)))
                return beside;
        }

        throw new BadRunException($"No folder scorers with {script} lies beside {set.Folder}: give it by --scorers.");
    }
}
