using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Reads the medium to which somebody spoke: «в интервью "Северному радио"», "в ефірі Суспільного", "in an interview with the Gazette".</summary>
internal sealed class InterviewReader(ArticleText article, EntityMap names)
{
    private static readonly HashSet<string> Slavic = ["интервью", "эфире", "беседе", "разговоре", "комментарии", "інтервю", "інтерв'ю", "інтерв’ю", "ефірі", "розмові", "коментарі"];

    private static readonly HashSet<string> English = ["interview", "comments", "remarks"];

    private static readonly HashSet<string> Between = ["с", "со", "з", "із", "зі", "для", "телеканалу", "телеканала", "with", "to", "on", "for", "by"];

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly SourcePhrase _phrases = new(article, names);
    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);

    /// <summary>The medium of an interview that the word begins; null when it begins none.</summary>
    public CitedSource? At(int index, int end)
    {
        var next = Opens(index) ? index + 1 : -1;
        if (next < 0 || next >= end)
        {
            return null;
        }

        next += Between.Contains(_words[next].Form) ? 1 : 0;
        var kind = next < end && _citing.MediaNouns.Contains(_words[next].Form);
        return next < end && Medium(next, kind) is { } medium ? ReporterReader.AsMedium(medium) : null;
    }

    private bool Opens(int index)
    {
        var form = _words[index].Form;
        if (article.RuleLanguage == "en")
        {
            return (English.Contains(form) || form is "speaking" or "spoke") && index + 1 < _words.Count && Between.Contains(_words[index + 1].Form);
        }

        return Slavic.Contains(form) && index > 0 && _words[index - 1].Form is "в" or "во" or "у";
    }

    // Without a medium's noun only a name that is a medium's or that is written as one counts: people speak to people too.
    private CitedSource? Medium(int index, bool kind)
    {
        var named = kind && _phrases.At(index + 1) is { Kind: not SourceKinds.Person } behind && _words[index + 1].IsWord ? behind : _phrases.At(index);
        return named is null or { Kind: SourceKinds.Person or SourceKinds.Unnamed or SourceKinds.Document } ? null
            : named.Kind == SourceKinds.Medium || named.Entity?.Type == EntityTypes.Organisation && _words[index].Form is not "the" || _words[index].Form == "the" && _words[index - 1].Form is "with" ? named
            : null;
    }
}
