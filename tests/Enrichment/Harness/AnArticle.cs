using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Enrichment.Tests.Harness;

/// <summary>Invented articles as ingestion sends them.</summary>
internal static class AnArticle
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    public static ArticleIngested Ferry(string id, long revision = 1) => Ingested(
        id, revision, "Ferry Aurora runs aground off Larvik", "The ferry Aurora with 212 passengers ran aground on rocks near Larvik harbour, the coast guard said. Nobody was hurt.");

    public static ArticleIngested FerryToo(string id) => Ingested(
        id, 1, "Passengers taken off stranded ferry Aurora", "Coast guard boats took 212 passengers off the ferry Aurora, which hit rocks outside Larvik harbour at dawn.");

    public static ArticleIngested Vote(string id) => Ingested(
        id, 1, "Brannock wins mayoral vote in Tessel", "Ida Brannock was elected mayor of Tessel with 54 percent, defeating Councillor Omar Reyes, the electoral office said.");

    public static ArticleIngested Embargoed(ArticleIngested article, DateTimeOffset until) => article with { Content = article.Content with { EmbargoedUntil = until } };

    public static ArticleWithdrawn Withdrawn(string id, long revision) => new()
    {
        ArticleId = id,
        Revision = revision,
        CorrelationId = Guid.NewGuid(),
        WithdrawnAt = Morning,
        Attempt = 1,
    };

    private static ArticleIngested Ingested(string id, long revision, string title, string text) => new()
    {
        ArticleId = id,
        Revision = revision,
        CorrelationId = Guid.NewGuid(),
        IngestedAt = Morning,
        Attempt = 1,
        Content = new ArticleContent
        {
            Source = new ArticleSource("northern", "Northern Wire"),
            Title = title,
            FirstSeenAt = Morning,
            PublishedAt = Morning,
            Body = [new ArticleBlock { Type = BlockTypes.Paragraph, Text = text }],
        },
    };
}
