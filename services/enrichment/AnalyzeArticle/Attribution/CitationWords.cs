using System.Collections.Concurrent;
using System.Collections.Frozen;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>The words by which one rule language (ru, uk or en) names its sources.</summary>
internal sealed class CitationWords
{
    private static readonly ConcurrentDictionary<string, Lazy<CitationWords>> Cache = new();

    private readonly FrozenSet<string> _media;
    private readonly FrozenDictionary<string, string> _kinds;

    private CitationWords(string language)
    {
        var file = LexiconFile.Words("citation");
        Nouns = new WordSet(file["nouns " + language].Concat(file["document " + language]).Concat(file["unnamed " + language]).Concat(file["media " + language]), language);
        MediaNouns = new WordSet(file["media " + language], language);
        _media = file["media names"].Concat(file["media words"]).Select(name => NewsPlatform.Text.WordForm.Normalize(name)).ToFrozenSet();
        _kinds = Kinds(file, language);
        Reports = file["reports " + language].ToFrozenSet();
        Passive = file["passive " + language].ToFrozenSet();
        SeenBy = Split(language switch
        {
            "ru" => "в распоряжении|ознакомился|ознакомилась|ознакомилось|ознакомились",
            "uk" => "у розпорядженні|в розпорядженні|ознайомився|ознайомилася|ознайомилась|ознайомилось|ознайомилися|ознайомились",
            _ => "seen by|obtained by|reviewed by|shared with|leaked to",
        });
        (Citing, AccordingTo) = language switch
        {
            "ru" => (Split("ссылкой на|ссылаясь на|сославшись на|сослалось на|сослался на|сослалась на|ссылается на|ссылаются на|цитирует|цитируют"), Split("по данным|по информации|по сообщению|по сведениям|согласно сообщению|согласно данным|как сообщает|как пишет|говорится в|сказано в")),
            "uk" => (Split("посиланням на|посилаючись на|пославшись на|послалося на|посилається на|посилаються на|цитує|цитують"), Split("за даними|за інформацією|за повідомленням|згідно з повідомленням|згідно з даними|йдеться у|йдеться в|ідеться у|ідеться в|сказано у|сказано в")),
            _ => (Split("citing|cited|cites|quoting|quoted|referring to|reference to"), Split("according to")),
        };
    }

    /// <summary>Nouns that stand before a medium's name, or are one themselves.</summary>
    public WordSet MediaNouns { get; }

    /// <summary>Common nouns for sources.</summary>
    public WordSet Nouns { get; }

    /// <summary>Verbs by which a medium reports.</summary>
    public FrozenSet<string> Reports { get; }

    /// <summary>Verbs by which a text tells that something is written, without saying who.</summary>
    public FrozenSet<string> Passive { get; }

    /// <summary>Phrases after which the cited source stands, as a reporter's source.</summary>
    public IReadOnlyList<string[]> Citing { get; }

    /// <summary>Phrases after which the medium stands that has a document before it.</summary>
    public IReadOnlyList<string[]> SeenBy { get; }

    /// <summary>Phrases after which the article's own source stands.</summary>
    public IReadOnlyList<string[]> AccordingTo { get; }

    public static CitationWords For(string ruleLanguage) =>
        Cache.GetOrAdd(ruleLanguage, language => new Lazy<CitationWords>(() => new CitationWords(language))).Value;

    /// <summary>Whether the normalised word is a known medium or ends a medium's name ("Times").</summary>
    public bool IsMedium(string form) => _media.Contains(form);

    /// <summary>What a source with this noun is; null when the noun does not tell.</summary>
    public string? KindOf(string noun) => _kinds.GetValueOrDefault(NewsPlatform.Text.WordForm.Normalize(noun));

    private static FrozenDictionary<string, string> Kinds(LexiconFile file, string language)
    {
        var kinds = new Dictionary<string, string>();
        foreach (var (section, kind) in new[] { ("document ", SourceKinds.Document), ("unnamed ", SourceKinds.Unnamed), ("media ", SourceKinds.Medium) })
        {
            foreach (var noun in file[section + language])
            {
                kinds.TryAdd(SlavicForms.Nominative(noun), kind);
            }
        }

        return kinds.ToFrozenDictionary();
    }

    private static string[][] Split(string phrases) => [.. phrases.Split('|').Select(phrase => phrase.Split(' '))];
}
