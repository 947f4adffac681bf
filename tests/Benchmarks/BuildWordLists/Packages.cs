namespace NewsPlatform.BuildWordLists;

/// <summary>Where the files of the unpacked packages are: npm's under node_modules, Debian's under usr.</summary>
internal sealed class Packages(string folder)
{
    public string Npm(string package, string path) => Existing(Path.Combine(folder, "node_modules", package, path), package);

    public string Debian(string package, string path) => Existing(Path.Combine(folder, "usr", path), package);

    private static string Existing(string path, string package) =>
        Path.Exists(path) ? path : throw new FileNotFoundException($"'{path}' of the package {package} is not there; tests/Benchmarks/README.md tells how to fetch it.");
}
