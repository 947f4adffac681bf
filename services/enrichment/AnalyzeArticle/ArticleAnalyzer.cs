using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Attribution;
using NewsPlatform.Enrichment.AnalyzeArticle.Dates;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Gazetteers;
using NewsPlatform.Enrichment.AnalyzeArticle.Phrases;
using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Enrichment.AnalyzeArticle.Topics;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary>
/// Understands an article: language, names, quotations, who cites whom, keywords, section, summary and the terms for grouping. Pure and
/// thread-safe; it takes time in proportion to the text.
/// </summary>
public sealed class ArticleAnalyzer(Func<Gazetteer> gazetteer)
{
    /// <summary>Analyses with the platform's own gazetteer.</summary>
    public ArticleAnalyzer()
        : this(() => Gazetteer.Own)
    {
    }

    /// <summary>Analyses an article; every offset counts Unicode code points in <see cref="ArticleContent.Text"/>.</summary>
    public ArticleAnalysis Analyze(ArticleContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var text = content.Text();
        var language = ArticleLanguage.Identify(content, text);
        var article = ArticleText.Read(text, language.Language);
        var title = ArticleText.Read(content.Title, language.Language);

        var entities = EntityFinder.Find(article, gazetteer());
        var names = new EntityMap(article, entities);
        var citations = new CitationFinder(article, names).Find();
        var quotations = new QuotationFinder(article, names, citations).Find();
        var offsets = new CodePointMap(text);
        var topics = TopicFinder.Score(title, article);
        var summary = SummaryPicker.Pick(title, article).Select(index => article.Sentences[index]).ToList();
        var (keywords, phrases) = PhrasePicker.Pick(title, article, entities);

        return AnalysisBounds.Apply(new ArticleAnalysis
        {
            Language = language.Language,
            LanguageConfidence = language.Confidence,
            Keywords = keywords,
            KeyPhrases = phrases,
            Topics = TopicFinder.ToContract(topics),
            Entities = [.. entities.Select(entity => ToContract(entity, article, offsets))],
            Quotes = [.. quotations.Select(quotation => ToContract(quotation, article, offsets))],
            Attribution = AttributionChain.From(content.Source.Name, article, citations, offsets),
            Dates = [.. new DateFinder(article, PublishedOn(content)).Find().Select(date => ToContract(date, article, offsets))],
            Section = SectionChooser.Choose(content.Section, topics),
            Summary = [.. summary.Select(sentence => sentence.In(text))],
            SummarySpans = [.. summary.Select(sentence => Span(sentence.Start, sentence.Start + sentence.Length, offsets))],
            Fingerprint = MinHash.Signature(text),
            Terms = StoryTerms.Weigh(content.Title, text, language.Language),
        });
    }

    private static Entity ToContract(NamedEntity entity, ArticleText article, CodePointMap offsets) =>
        new(entity.Name, entity.Type, [.. entity.Mentions.Select(mention => Span(article.Words[mention.First].Start, article.Words[mention.Last].End, offsets))], entity.Role) { Id = entity.Id, Aliases = entity.Aliases };

    private static Contracts.Articles.Quotation ToContract(FoundQuotation quotation, ArticleText article, CodePointMap offsets)
    {
        var span = Span(quotation.Start, quotation.End, offsets);
        return new Contracts.Articles.Quotation(article.Text[quotation.Start..quotation.End], quotation.Speaker?.Name, span.Start, span.End, quotation.Direct) { SpeakerId = quotation.Speaker?.Id, SpeakerKind = quotation.Speaker?.Kind };
    }

    private static NamedDate ToContract(FoundDate date, ArticleText article, CodePointMap offsets)
    {
        var span = Span(date.Start, date.End, offsets);
        return new NamedDate(article.Text[date.Start..date.End], span.Start, span.End, date.From, date.To);
    }

    // In the zone that the publisher wrote: "today" is his.
    private static DateOnly PublishedOn(ArticleContent content) => DateOnly.FromDateTime((content.PublishedAt ?? content.FirstSeenAt).DateTime);

    private static TextSpan Span(int start, int end, CodePointMap offsets) => new(offsets.ToCodePoint(start), offsets.ToCodePoint(end));
}
