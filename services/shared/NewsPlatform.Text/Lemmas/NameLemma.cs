namespace NewsPlatform.Text.Lemmas;

/// <summary>
/// Guesses the nominative of a Russian or Ukrainian name (Госдепа: Госдеп; Столтенбергом: Столтенберг) from all the forms in which a text has it: the
/// declension that explains them best, given the cases in which they stand.
/// </summary>
public static class NameLemma
{
    // How often names stand in each case, about.
    private static readonly double[] CaseShares = [0.65, 0.13, 0.05, 0.07, 0.06, 0.04];

    // A form that a declension does not have, or not in the case at hand.
    private const double Unexplained = 0.002;

    /// <summary>The nominative, written as the form it is made of; a name of no declension known stays as it is.</summary>
    public static string Of(IReadOnlyCollection<NameForm> forms, NameKind kind, string language)
    {
        // A name that stands in a text ten thousand times has a handful of forms.
        var spelt = forms.CountBy(form => (Form: WordForm.Normalize(form.Text), form.Cases)).Select(form => new Spelt(form.Key.Form, form.Key.Cases, form.Value)).ToList();
        var best = (Lemma: forms.First().Text, Score: double.NegativeInfinity);
        foreach (var text in forms.Select(form => form.Text).Distinct(StringComparer.Ordinal))
        {
            var form = WordForm.Normalize(text);
            var unchanged = (text, Score: Undeclined(spelt, form, kind));
            best = unchanged.Score > best.Score ? unchanged : best;
            foreach (var way in Declension.Of(language).Where(way => (way.Kind & kind) != NameKind.None))
            {
                foreach (var ending in way.Endings.SelectMany(endings => endings).Distinct().Where(ending => form.EndsWith(ending, StringComparison.Ordinal)))
                {
                    var stem = form.AsSpan(0, form.Length - ending.Length);
                    if (way.Takes(stem) && Score(spelt, stem, way) is var score && score > best.Score)
                    {
                        best = (text[..^ending.Length] + Cased(way.Nominative, text), score);
                    }
                }
            }
        }

        return best.Lemma;
    }

    private static string Cased(string ending, string text) => text.Length > 1 && char.IsUpper(text[^1]) ? ending.ToUpperInvariant() : ending;

    private static double Score(List<Spelt> forms, ReadOnlySpan<char> stem, Declension way)
    {
        var score = way.Likelihood;
        foreach (var (form, cases, times) in forms)
        {
            var share = 0.0;
            for (var i = 0; i < CaseShares.Length; i++)
            {
                share += cases.HasFlag((GrammaticalCases)(1 << i)) && form.AsSpan().StartsWith(stem) && way.Endings[i].Contains(form[stem.Length..]) ? CaseShares[i] : 0;
            }

            score += times * Math.Log(Math.Max(share, Unexplained));
        }

        return score;
    }

    // Names in other vowels (Осло, Шойгу) and women's in consonants are not declined; few others are not.
    private static double Undeclined(List<Spelt> forms, string lemma, NameKind kind)
    {
        var score = lemma[^1] is 'о' or 'е' or 'и' or 'у' or 'ю' or 'э' or 'ы' or 'і' or 'ї' ? -2.5 : kind == NameKind.Woman && lemma[^1] is not ('а' or 'я' or 'й') ? -0.7 : -3;
        foreach (var (form, cases, times) in forms)
        {
            score += times * Math.Log(form == lemma ? CaseShares.Where((_, i) => cases.HasFlag((GrammaticalCases)(1 << i))).Sum() : Unexplained);
        }

        return score;
    }

    /// <param name="Form">In small letters.</param>
    /// <param name="Cases">In which it stands.</param>
    /// <param name="Times">How often.</param>
    private sealed record Spelt(string Form, GrammaticalCases Cases, int Times);
}
