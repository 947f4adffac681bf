using System.Text;
using NewsPlatform.Ingestion.ExtractArticle.Rules;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle.Rules;

public sealed class PublisherRuleFileTests
{
    [Theory]
    [InlineData("{\"hosts\":[\"paper.example\"]}", "body", "is missing")]
    [InlineData("{\"body\":\"p\"}", "hosts", "is missing")]
    [InlineData("{\"hosts\":[\"https://paper.example/\"],\"body\":\"p\"}", "hosts", "without scheme")]
    [InlineData("{\"hosts\":\"paper.example\",\"body\":\"p\"}", "hosts", "an array of texts")]
    [InlineData("{\"hosts\":[\"paper.example\"],\"body\":\"p[\"}", "body", "no valid CSS selector")]
    [InlineData("{\"hosts\":[\"paper.example\"],\"body\":\"p\",\"drop\":[\"..x\"]}", "drop", "no valid CSS selector")]
    [InlineData("{\"hosts\":[\"paper.example\"],\"body\":\"p\",\"path\":\"news\"}", "path", "from the slash on")]
    [InlineData("{\"hosts\":[\"paper.example\"],\"body\":\"p\",\"zone\":\"Europe/Lindmoor\"}", "zone", "IANA time zone")]
    [InlineData("{\"hosts\":[\"paper.example\"],\"body\":\"p\",\"first\":[\"picture\"]}", "first", "go before what the page declares")]
    [InlineData("{\"hosts\":[\"paper.example\"],\"body\":\"p\",\"titel\":\"h1\"}", "titel", "is not known")]
    [InlineData("{\"hosts\":[\"paper.example\"],\"body\":7}", "body", "must be a text")]
    public void A_rule_that_cannot_be_used_is_refused_with_file_member_and_what_to_do(string json, string member, string what)
    {
        var refused = Assert.Throws<InvalidRuleException>(() => Read(json));

        Assert.StartsWith($"The rule file paper.json is wrong: its member \"{member}\" ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"hosts\":", "no valid JSON")]
    [InlineData("[]", "one JSON object")]
    public void A_file_that_is_no_rule_at_all_is_refused_by_name(string json, string what)
    {
        var refused = Assert.Throws<InvalidRuleException>(() => Read(json));

        Assert.Contains("paper.json", refused.Message, StringComparison.Ordinal);
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_host_with_the_longest_path_has_the_rule()
    {
        var rules = PublisherRules.None.With(
        [
            Named("all", "{\"hosts\":[\"paper.example\"],\"body\":\"p\"}"),
            Named("news", "{\"hosts\":[\"paper.example\"],\"path\":\"/news/\",\"body\":\"p\"}"),
            Named("city", "{\"hosts\":[\"city.paper.example\"],\"body\":\"p\"}"),
        ]);

        Assert.Equal("all", rules.Find(new Uri("https://www.paper.example/a"))?.Name);
        Assert.Equal("news", rules.Find(new Uri("https://Paper.example/news/a"))?.Name);
        Assert.Equal("city", rules.Find(new Uri("https://m.city.paper.example/news/a"))?.Name);
        Assert.Null(rules.Find(new Uri("https://newspaper.example/news/a")));
        Assert.Null(rules.Find(null));
    }

    [Fact]
    public void An_operators_rule_goes_before_the_shipped_one_of_its_place_or_name()
    {
        var rules = PublisherRules.None.With([Named("a", "{\"hosts\":[\"a.example\",\"b.example\"],\"body\":\"p\"}")]);

        var byPlace = rules.With([Named("mine", "{\"hosts\":[\"a.example\"],\"body\":\"div\"}")]);
        var byName = rules.With([Named("a", "{\"hosts\":[\"c.example\"],\"body\":\"div\"}")]);

        Assert.Equal(("mine", "a"), (byPlace.Find(new Uri("https://a.example/"))?.Name, byPlace.Find(new Uri("https://b.example/"))?.Name));
        Assert.Equal((null, "div"), (byName.Find(new Uri("https://a.example/"))?.Name, byName.Find(new Uri("https://c.example/"))?.Body));
    }

    private static PublisherRule Read(string json) => Named("paper", json);

    private static PublisherRule Named(string name, string json) => PublisherRuleFile.Read(name + ".json", Encoding.UTF8.GetBytes(json));
}
