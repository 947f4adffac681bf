using System.Buffers;
using NewsPlatform.Text.Languages;

namespace NewsPlatform.Text;

/// <summary>
/// Tells the language of a text: its script first, then, where languages share one, a naive Bayes over letter runs and words.
/// Instances are immutable and may be shared between threads.
/// </summary>
public sealed class LanguageIdentifier
{
    // "OK", "Да", "2 см" say nothing.
    private const int MinimumLetters = 4;

    // Enough for every text; what follows would not change the answer.
    private const int MaximumCharacters = 6_000;

    private const int MaximumFeatures = 24_000;

    // Twenty-five words or so: fewer may be mostly names.
    internal const int EnoughFeatures = 600;

    // Runs of letters overlap, so their evidence counts about this often; dividing by it makes the confidence honest.
    private const float Overlap = 6;

    private static readonly Lazy<LanguageIdentifier> LazyShared = new(LoadEmbedded);

    private readonly LanguageModel _model;

    internal LanguageIdentifier(LanguageModel model) => _model = model;

    /// <summary>The identifier with the embedded model, loaded at first use.</summary>
    public static LanguageIdentifier Shared => LazyShared.Value;

    /// <summary>ISO 639-1 codes of the languages that are told apart, ascending; Norwegian in both its forms is <c>no</c>, Serbian may be in either script.</summary>
    public IReadOnlyList<string> Languages => [.. _model.Languages.Concat(Enum.GetValues<WritingSystem>().Select(OnlyLanguageOf).OfType<string>()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// The likeliest language of the text; <c>und</c> when it has fewer than four letters, none of a known script, or letter runs that fit none of its script's languages.
    /// </summary>
    public LanguageGuess Identify(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, MaximumCharacters));
        var (system, letters) = WritingSystems.Dominant(head);
        if (letters < MinimumLetters)
        {
            return new LanguageGuess(LanguageGuess.Undetermined, 0);
        }

        return OnlyLanguageOf(system) is { } language ? new LanguageGuess(language, 1) : Weigh(head, system);
    }

    private static LanguageIdentifier LoadEmbedded()
    {
        using var stream = typeof(LanguageIdentifier).Assembly.GetManifestResourceStream("languages.bin")
            ?? throw new InvalidOperationException("The language model is missing from the assembly; build NewsPlatform.Text again.");
        return new LanguageIdentifier(new LanguageModel(LanguageModelFile.Read(stream)));
    }

    private static string? OnlyLanguageOf(WritingSystem system) => system switch
    {
        WritingSystem.Greek => "el",
        WritingSystem.Armenian => "hy",
        WritingSystem.Hebrew => "he",
        WritingSystem.Bengali => "bn",
        WritingSystem.Gurmukhi => "pa",
        WritingSystem.Gujarati => "gu",
        WritingSystem.Tamil => "ta",
        WritingSystem.Telugu => "te",
        WritingSystem.Thai => "th",
        WritingSystem.Georgian => "ka",
        WritingSystem.Hangul => "ko",
        WritingSystem.Kana => "ja",
        WritingSystem.Han => "zh",
        _ => null,
    };

    private LanguageGuess Weigh(ReadOnlySpan<char> text, WritingSystem system)
    {
        if (_model.Find(system) is not { } group)
        {
            return new LanguageGuess(LanguageGuess.Undetermined, 0);
        }

        var features = ArrayPool<uint>.Shared.Rent(MaximumFeatures);
        try
        {
            var count = NGramReader.Read(text, system, features.AsSpan(0, MaximumFeatures));
            Span<float> scores = stackalloc float[group.Languages.Count];
            var known = group.Score(features.AsSpan(0, count), scores);

            return known == 0 ? new LanguageGuess(LanguageGuess.Undetermined, 0) : Choose(group, scores, known);
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(features);
        }
    }

    private static LanguageGuess Choose(LanguageGroup group, ReadOnlySpan<float> scores, int known)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        if (known >= EnoughFeatures && group.CostOf(best, scores, known) > group.StrangeCost)
        {
            return new LanguageGuess(LanguageGuess.Undetermined, 0);
        }

        var sum = 0.0;
        foreach (var score in scores)
        {
            sum += Math.Exp((score - scores[best]) / Overlap);
        }

        return new LanguageGuess(group.Languages[best], 1 / sum);
    }
}
