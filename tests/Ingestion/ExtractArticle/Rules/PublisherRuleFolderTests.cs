using NewsPlatform.Hosting;
using NewsPlatform.Ingestion.ExtractArticle.Rules;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle.Rules;

public sealed class PublisherRuleFolderTests : IDisposable
{
    private const string Rule = "{\"hosts\":[\"paper.example\"],\"body\":\".text\"}";

    private static readonly Uri Page = new("https://paper.example/a");

    private readonly TempFolder _folder = new();

    [Fact]
    public void A_wrong_file_or_folder_keeps_the_process_from_starting_with_one_sentence()
    {
        Write("paper.json", "{\"hosts\":[\"paper.example\"],\"body\":\"p[\"}");

        var wrongFile = Assert.Throws<ConfigurationException>(() => new PublisherRuleFolder(_folder.Path));
        var noFolder = Assert.Throws<ConfigurationException>(() => new PublisherRuleFolder(Path.Combine(_folder.Path, "none")));

        Assert.StartsWith($"Extraction:RulesPath is '{_folder.Path}': The rule file paper.json is wrong: its member \"body\"", wrongFile.Message, StringComparison.Ordinal);
        Assert.Contains("create it, or leave the setting out", noFolder.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_folder_is_followed_and_a_wrong_file_leaves_the_rules_as_they_were()
    {
        var folder = new PublisherRuleFolder(_folder.Path);
        Assert.Null(folder.Current.Find(Page));

        Write("paper.json", Rule);
        Assert.True(folder.TryFollow(out var count));
        Assert.Equal((1, ".text"), (count, folder.Current.Find(Page)?.Body));
        Assert.False(folder.TryFollow(out _));

        Write("paper.json", "{");
        Assert.Throws<InvalidRuleException>(() => folder.TryFollow(out _));
        Assert.False(folder.TryFollow(out _));
        Assert.Equal(".text", folder.Current.Find(Page)?.Body);

        File.Delete(Path.Combine(_folder.Path, "paper.json"));
        Assert.True(folder.TryFollow(out _));
        Assert.Null(folder.Current.Find(Page));
    }

    [Fact]
    public void Two_files_for_one_place_are_refused_by_both_names()
    {
        Write("a.json", Rule);
        Write("b.json", Rule);

        var refused = Assert.Throws<ConfigurationException>(() => new PublisherRuleFolder(_folder.Path)).Message;

        Assert.Contains("a.json and b.json are both for paper.example", refused, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string name, string json) => File.WriteAllText(Path.Combine(_folder.Path, name), json);
}
