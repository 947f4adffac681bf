using NewsPlatform.Enrichment.AnalyzeArticle;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>Invented news for the grouping.</summary>
internal static class ACandidate
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly string[][] Events =
    [
        ["Ferry Aurora runs aground off Larvik", "The ferry Aurora with 212 passengers ran aground on rocks near Larvik harbour, the coast guard said.", "Coast guard boats took 212 passengers off the ferry Aurora, which hit rocks outside Larvik harbour at dawn."],
        ["Brannock wins mayoral vote in Tessel", "Ida Brannock was elected mayor of Tessel with 54 percent, defeating Councillor Omar Reyes.", "Tessel voters chose Ida Brannock as mayor; her rival Omar Reyes conceded after she took 54 percent."],
        ["Glassworks fire in Quillan injures nine", "A fire at the Quillan glassworks injured nine workers and destroyed furnace hall three.", "Nine workers were hurt when furnace hall three of the glassworks in Quillan burned down overnight."],
        ["Orbex rocket lofts twin weather probes", "An Orbex rocket carried the twin weather probes Pim and Pam into polar orbit from Sutherland.", "The weather probes Pim and Pam reached polar orbit on an Orbex rocket launched at Sutherland."],
    ];

    public static StoryCandidate Of(string id, string title, string text, TimeSpan? later = null, long revision = 1, string language = "en", string source = "northern") => new()
    {
        ArticleId = id,
        Revision = revision,
        Language = language,
        Title = title,
        PublishedAt = Morning + (later ?? TimeSpan.Zero),
        SeenAt = Morning + (later ?? TimeSpan.Zero),
        Terms = StoryTerms.Weigh(title, text, language),
        Source = source,
        Sketch = TextSketch.Of(text),
        Fingerprint = MinHash.Signature(text),
    };

    /// <summary>One of two tellings of one of four events.</summary>
    public static StoryCandidate About(int happening, string id, int telling = 0, TimeSpan? later = null, long revision = 1) =>
        Of(id, Events[happening][0], Events[happening][1 + telling], later, revision);
}
