using System.Security.Cryptography;
using NewsPlatform.Hosting;

namespace NewsPlatform.Ingestion.ExtractArticle.Rules;

/// <summary>The rules in force: the shipped ones and those of the operator's folder, which is looked at again and again.</summary>
internal sealed class PublisherRuleFolder
{
    private const int MaxFiles = 1_000;

    private readonly string _path;
    private string _seen = "";

    /// <param name="path">Empty = the shipped rules only.</param>
    /// <param name="setting">What names the folder, for the sentence about one that cannot be used.</param>
    /// <exception cref="ConfigurationException">The folder or a rule in it cannot be used.</exception>
    public PublisherRuleFolder(string path, string setting = "Extraction:RulesPath")
    {
        _path = path;
        try
        {
            TryFollow(out _);
        }
        catch (Exception wrong) when (wrong is InvalidRuleException or IOException or UnauthorizedAccessException)
        {
            var sentence = wrong is InvalidRuleException ? wrong.Message : $"it cannot be read ({wrong.Message.TrimEnd('.')}): create it, or leave the setting out.";
            throw new ConfigurationException($"{setting} is '{path}': {sentence}", wrong);
        }
    }

    public PublisherRules Current { get; private set; } = PublisherRules.Shipped;

    /// <summary>Reads the folder again; false when nothing in it changed. Files that cannot be used leave the rules as they were.</summary>
    /// <exception cref="InvalidRuleException">A file cannot be used: said once, until the folder changes again.</exception>
    public bool TryFollow(out int count)
    {
        count = 0;
        if (_path.Length == 0)
            return false;

        var files = Directory.GetFiles(_path, "*.json").Order(StringComparer.Ordinal).ToList();
        if (files.Count > MaxFiles)
            throw new InvalidRuleException($"The folder has {files.Count} rule files and may have {MaxFiles}.");

        var contents = files.Select(file => (Name: Path.GetFileName(file), Bytes: BytesOf(file))).ToList();
        var seen = string.Join('\n', contents.Select(file => $"{file.Name} {Convert.ToHexString(SHA256.HashData(file.Bytes))}"));
        if (seen == _seen)
            return false;

        _seen = seen;
        Current = PublisherRules.Shipped.With([.. contents.Select(file => PublisherRuleFile.Read(file.Name, file.Bytes))]);
        count = files.Count;
        return true;
    }

    // One byte more than a rule may have, so that the reader of rules says what is wrong.
    private static byte[] BytesOf(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[Math.Min(stream.Length, PublisherRuleFile.MaxBytes + 1)];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
