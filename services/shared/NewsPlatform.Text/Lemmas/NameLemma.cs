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
        var spelt = forms.Select(form => (Form: WordForm.Normalize(form.Text), form.Cases)).ToList();
        var best = (Lemma: forms.First().Text, Score: double.NegativeInfinity);
        foreach (var (index, form) in forms.Index())
        {
            var unchanged = (form.Text, Score: Undeclined(spelt, spelt[index].Form, kind));
            best = unchanged.Score > best.Score ? unchanged : best;
            foreach (var way in Declension.Of(language).Where(way => (way.Kind & kind) != NameKind.None))
            {
                foreach (var ending in way.Endings.SelectMany(endings => endings).Distinct().Where(ending => spelt[index].Form.EndsWith(ending, StringComparison.Ordinal)))
                {
                    var stem = spelt[index].Form.AsSpan(0, spelt[index].Form.Length - ending.Length);
                    if (way.Takes(stem) && Score(spelt, stem, way) is var score && score > best.Score)
                    {
                        best = (form.Text[..^ending.Length] + Cased(way.Nominative, form.Text), score);
                    }
                }
            }
        }

        return best.Lemma;
    }

    private static string Cased(string ending, string text) => text.Length > 1 && char.IsUpper(text[^1]) ? ending.ToUpperInvariant() : ending;

    private static double Score(List<(string Form, GrammaticalCases Cases)> forms, ReadOnlySpan<char> stem, Declension way)
    {
        var score = way.Likelihood;
        foreach (var (form, cases) in forms)
        {
            var share = 0.0;
            for (var i = 0; i < CaseShares.Length; i++)
            {
                share += cases.HasFlag((GrammaticalCases)(1 << i)) && form.AsSpan().StartsWith(stem) && way.Endings[i].Contains(form[stem.Length..]) ? CaseShares[i] : 0;
            }

            score += Math.Log(Math.Max(share, Unexplained));
        }

        return score;
    }

    // Names in other vowels (Осло, Шойгу) and women's in consonants are not declined; few others are not.
    private static double Undeclined(List<(string Form, GrammaticalCases Cases)> forms, string lemma, NameKind kind)
    {
        var score = lemma[^1] is 'о' or 'е' or 'и' or 'у' or 'ю' or 'э' or 'ы' or 'і' or 'ї' ? -2.5 : kind == NameKind.Woman && lemma[^1] is not ('а' or 'я' or 'й') ? -0.7 : -3;
        foreach (var (form, cases) in forms)
        {
            score += Math.Log(form == lemma ? CaseShares.Where((_, i) => cases.HasFlag((GrammaticalCases)(1 << i))).Sum() : Unexplained);
        }

        return score;
    }
}
