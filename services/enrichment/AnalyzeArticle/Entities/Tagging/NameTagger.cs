using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>Finds names by trained weights over what the rules and lists say: first the names themselves, then names inside names.</summary>
internal sealed class NameTagger(TagModel outer, TagModel? inner)
{
    private static readonly Lazy<NameTagger> Russian = new(() => new NameTagger(Load("names-russian"), Load("names-russian-inner")));

    private static readonly Lazy<NameTagger> Ukrainian = new(() => new NameTagger(Load("names-ukrainian"), Load("names-ukrainian-inner")));

    private static readonly Lazy<NameTagger> English = new(() => new NameTagger(Load("names-english"), null));

    /// <summary>The tagger of an article's rule language.</summary>
    public static NameTagger For(string ruleLanguage) => ruleLanguage switch
    {
        "en" => English.Value,
        "uk" => Ukrainian.Value,
        _ => Russian.Value,
    };

    /// <summary>The names of an article, those inside others too.</summary>
    public List<Mention> Find(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> rules) =>
        article.RuleLanguage == "uk" ? [.. FindOpen(article, lexicon, [.. rules.Select(mention => Opened(article, mention))]).Select(mention => Closed(article, mention))] : FindOpen(article, lexicon, rules);

    private List<Mention> FindOpen(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> rules)
    {
        var evidence = new NameEvidence(article, lexicon, rules);
        var features = new NameFeatures(article, evidence);
        var labels = new byte[article.Words.Count];
        var found = new List<Mention>();
        foreach (var (first, last) in evidence.Lines())
        {
            var best = outer.Best(features.Of(first, last, []));
            best.CopyTo(labels, first);
            found.AddRange(NameLabels.Read(best, first));
        }

        if (inner is not null)
        {
            found.AddRange(found.Where(mention => mention.Count > 1).ToList().SelectMany(mention => Inside(inner, features, labels, mention)));
        }

        return found;
    }

    /// <summary>Writes the weights: of names to the stream named "", of names inside names to "-inner".</summary>
    public void Write(Func<string, Stream> open)
    {
        using (var stream = open(""))
        {
            outer.Write(stream);
        }

        if (inner is not null)
        {
            using var stream = open("-inner");
            inner.Write(stream);
        }
    }

    // The weights were learned from Russian, whose names end before the closing mark; Ukrainian ones end behind it.
    private static Mention Opened(ArticleText article, Mention mention) =>
        mention.Count > 1 && QuoteSigns.OpenedBy(article, mention.First, mention.Last - 1, mention.Last) ? mention with { Last = mention.Last - 1 } : mention;

    private static Mention Closed(ArticleText article, Mention mention) =>
        article.Adjacent(mention.Last) && QuoteSigns.OpenedBy(article, mention.First, mention.Last, mention.Last + 1) ? mention with { Last = mention.Last + 1 } : mention;

    private static IEnumerable<Mention> Inside(TagModel model, NameFeatures features, byte[] labels, Mention around) =>
        NameLabels.Read(model.Best(features.Of(around.First, around.Last, labels)), around.First)
            .Where(mention => mention.Count < around.Count);

    private static TagModel Load(string name)
    {
        using var stream = typeof(NameTagger).Assembly.GetManifestResourceStream("Tagging/" + name + ".bin")
            ?? throw new InvalidOperationException($"The name model '{name}.bin' is missing from the assembly; build NewsPlatform.Enrichment again.");
        return TagModel.Read(stream);
    }
}
