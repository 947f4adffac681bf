namespace NewsPlatform.QualityBench;

/// <summary>One set: a folder with the files that a task reads.</summary>
/// <param name="Folder">Its full path.</param>
internal sealed record DataSet(string Folder)
{
    public string Name => Path.GetFileName(Folder);

    /// <summary>The folder itself if it is a set of the task, else those of its folders that are.</summary>
    public static IReadOnlyList<DataSet> Find(string folder, QualityTask task)
    {
        var own = new DataSet(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar));
        if (task.Fits(own))
            return [own];

        var inner = Directory.GetDirectories(own.Folder).Order(StringComparer.Ordinal).Select(path => new DataSet(path)).Where(task.Fits).ToList();
        return inner.Count > 0 ? inner : throw new BadRunException($"{own.Folder} holds no set for this task: {task.Needs}.");
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public bool Has(string file) => File.Exists(PathOf(file)) || Directory.Exists(PathOf(file));

    /// <summary>The lines of a file of JSON lines.</summary>
    public IEnumerable<string> Lines(string file) => File.ReadLines(PathOf(file)).Where(line => !string.IsNullOrWhiteSpace(line));
}
