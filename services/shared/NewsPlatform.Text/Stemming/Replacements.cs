namespace NewsPlatform.Text.Stemming;

/// <summary>Suffixes and what takes their place.</summary>
internal sealed class Replacements
{
    private readonly Dictionary<string, string> _pairs;

    /// <param name="pairs">"suffix:replacement", separated by blanks.</param>
    public Replacements(string pairs)
    {
        _pairs = pairs.Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1]);
        Suffixes = new SuffixTable([.. _pairs.Keys]);
    }

    public SuffixTable Suffixes { get; }

    public string this[string suffix] => _pairs[suffix];
}
