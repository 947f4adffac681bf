using NewsPlatform.Text.Languages;

namespace NewsPlatform.TrainLanguages;

/// <summary>Which languages of a script are told apart, and with how many features.</summary>
/// <param name="System">The script.</param>
/// <param name="Languages">The languages, as common in news as any other.</param>
/// <param name="Rare">Languages that need <see cref="RarePrior"/> more evidence, so that they do not take short texts from the common ones.</param>
/// <param name="Seldom">Languages that are written in this script now and then, beside a near relative that is always: <see cref="SeldomPrior"/>.</param>
/// <param name="MaximumFeatures">How many features the model file has room for.</param>
internal sealed record GroupPlan(WritingSystem System, string[] Languages, string[] Rare, string[] Seldom, int MaximumFeatures)
{
    /// <summary>What a rare language starts with, in nats.</summary>
    public const float RarePrior = -5;

    /// <summary>What such a language starts with, in nats: a sentence will not outweigh it, an article does.</summary>
    public const float SeldomPrior = -16;

    public static IReadOnlyList<GroupPlan> All { get; } =
    [
        new(WritingSystem.Cyrillic, ["ru", "uk", "be", "bg", "kk"], ["mk", "sr", "mn"], [], 76_000),
        new(
            WritingSystem.Latin,
            ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "sv", "da", "no", "fi", "hu", "ro", "tr", "et", "lv", "lt", "id", "az"],
            ["ca", "eu", "is", "sq", "vi", "af", "ga", "cy", "eo", "tl"],
            ["sr"],
            124_000),
        new(WritingSystem.Arabic, ["ar", "fa"], ["ur"], [], 10_000),
        new(WritingSystem.Devanagari, ["hi"], ["mr"], [], 5_000),
    ];

    public string[] AllLanguages => [.. Languages, .. Rare, .. Seldom];

    public float[] Priors => [.. Languages.Select(_ => 0f), .. Rare.Select(_ => RarePrior), .. Seldom.Select(_ => SeldomPrior)];
}
