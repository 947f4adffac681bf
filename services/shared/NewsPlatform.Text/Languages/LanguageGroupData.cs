namespace NewsPlatform.Text.Languages;

/// <summary>A group as it stands in the model file: only the costs of languages in which a feature was seen; the others follow from how rare it is at best.</summary>
/// <param name="System">The script.</param>
/// <param name="Languages">ISO 639-1 codes.</param>
/// <param name="StrangeCost">What a known feature costs on average, in nats, in a text that is in none of the languages.</param>
/// <param name="Priors">What each language is ahead by, in nats.</param>
/// <param name="Unseen">By kind and language, the negative log probability of a feature that was never seen there.</param>
/// <param name="Features">The features, ascending.</param>
/// <param name="Rarity">Of each feature, its negative log probability in its likeliest language, in quarters of a nat.</param>
/// <param name="Costs">A row for each feature, <see cref="NotSeen"/> where it was not seen.</param>
internal sealed record LanguageGroupData(
    WritingSystem System, string[] Languages, float StrangeCost, float[] Priors, float[] Unseen, uint[] Features, byte[] Rarity, byte[] Costs)
{
    /// <summary>Stands for the cost of a language in which the feature was never seen.</summary>
    public const byte NotSeen = 255;

    private const float RarityStepsPerNat = 4;

    public static byte RarityOf(double logProbability) => (byte)Math.Clamp(Math.Round(-logProbability * RarityStepsPerNat), 0, byte.MaxValue);

    public static byte CostOf(double bestLog, double log) => (byte)Math.Clamp(Math.Round((bestLog - log) * LanguageGroup.StepsPerNat), 0, LanguageGroup.MaximumCost);

    /// <summary>The group with every cost filled in.</summary>
    public LanguageGroup ToGroup()
    {
        var costs = new byte[Costs.Length];
        for (var i = 0; i < Features.Length; i++)
        {
            var unseen = Unseen.AsSpan(NGramReader.KindOf(Features[i]) * Languages.Length, Languages.Length);
            for (var language = 0; language < Languages.Length; language++)
            {
                var cost = Costs[(i * Languages.Length) + language];
                costs[(i * Languages.Length) + language] = cost == NotSeen ? CostOf(-Rarity[i] / RarityStepsPerNat, -unseen[language]) : cost;
            }
        }

        return new LanguageGroup(Languages, StrangeCost, Priors, Features, costs);
    }
}
