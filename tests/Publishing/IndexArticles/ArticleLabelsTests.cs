using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.IndexArticles;

namespace NewsPlatform.Publishing.Tests.IndexArticles;

public sealed class ArticleLabelsTests
{
    [Fact]
    public void A_domain_stands_for_its_subdomains()
    {
        var labels = LabelsOf(AnArticle.Enriched("a", source: "www.City.post"));

        Assert.Equal(["domain:city.post.example", "domain:post.example"], labels.Where(label => label.StartsWith("domain:", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_entity_is_found_by_every_name_and_by_its_id()
    {
        var mara = new Entity("Mara Lindqvist", "PER", []) { Id = "Q1", Aliases = ["Lindqvist"] };

        var labels = LabelsOf(AnArticle.Enriched("a", entities: [mara]));

        Assert.Superset(new HashSet<string> { "entity:mara lindqvist", "entity:q1", "entity:lindqvist" }, labels.ToHashSet());
    }

    [Fact]
    public void A_speaker_is_found_by_every_name_of_the_entity_that_speaks()
    {
        var enriched = AnArticle.Enriched("a", entities: [new Entity("Mara Lindqvist", "PER", []) { Id = "Q1", Aliases = ["Lindqvist"] }]);
        var quoted = enriched with { Analysis = enriched.Analysis with { Quotes = [new Quotation("It is open", "Lindqvist", 0, 10)] } };

        var labels = LabelsOf(quoted);

        Assert.Superset(new HashSet<string> { "speaker:mara lindqvist", "speaker:q1", "speaker:lindqvist" }, labels.ToHashSet());
        Assert.DoesNotContain(LabelsOf(enriched), label => label.StartsWith("speaker:", StringComparison.Ordinal));
    }

    [Fact]
    public void Section_and_category_are_told_apart_and_the_undecided_is_general()
    {
        Assert.Contains("category:general", LabelsOf(AnArticle.Enriched("a", section: "City")));
        Assert.Superset(new HashSet<string> { "section:city", "category:business" }, LabelsOf(AnArticle.Enriched("a", section: "City", category: "business")).ToHashSet());
    }

    private static List<string> LabelsOf(ArticleEnriched enriched) => [.. ArticleLabels.Of(AnArticle.Change(enriched).Article)];
}
