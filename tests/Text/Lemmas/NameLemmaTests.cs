using NewsPlatform.Text.Lemmas;

namespace NewsPlatform.Text.Tests.Lemmas;

public sealed class NameLemmaTests
{
    [Theory]
    [InlineData("Столтенбергом", "Столтенберг")]
    [InlineData("Петровым", "Петров")]
    [InlineData("Блинкену", "Блинкен")]
    [InlineData("Островского", "Островский")]
    [InlineData("Толстого", "Толстый")]
    [InlineData("Корвелем", "Корвель")]
    [InlineData("Мурашко", "Мурашко")]
    public void Gives_the_nominative_of_a_Russian_mans_name_in_an_oblique_case(string form, string nominative) =>
        Assert.Equal(nominative, Guess(NameKind.Man, "ru", GrammaticalCases.Oblique, form));

    [Theory]
    [InlineData("Громовой", "Громова")]
    [InlineData("Вишневскую", "Вишневская")]
    [InlineData("Меркель", "Меркель")]
    [InlineData("Савченко", "Савченко")]
    public void Gives_the_nominative_of_a_Russian_womans_name_in_an_oblique_case(string form, string nominative) =>
        Assert.Equal(nominative, Guess(NameKind.Woman, "ru", GrammaticalCases.Oblique, form));

    [Theory]
    [InlineData(NameKind.Man, "Шевченком", "Шевченко")]
    [InlineData(NameKind.Man, "Гончара", "Гончар")]
    [InlineData(NameKind.Man, "Кульчицькому", "Кульчицький")]
    [InlineData(NameKind.Man, "Столтенбергові", "Столтенберг")]
    [InlineData(NameKind.Woman, "Левицькою", "Левицька")]
    [InlineData(NameKind.Woman, "Мороз", "Мороз")]
    [InlineData(NameKind.Body, "Держстату", "Держстат")]
    public void Gives_the_nominative_of_a_Ukrainian_name_in_an_oblique_case(NameKind kind, string form, string nominative) =>
        Assert.Equal(nominative, Guess(kind, "uk", GrammaticalCases.Oblique, form));

    [Theory]
    [InlineData("ru", "Известий", "Известия")]
    [InlineData("ru", "Новостей", "Новости")]
    [InlineData("ru", "Аргументов", "Аргументы")]
    [InlineData("uk", "Новин", "Новини")]
    [InlineData("uk", "Вістей", "Вісті")]
    [InlineData("uk", "Вогнів", "Вогні")]
    public void Gives_the_nominative_of_a_name_that_is_a_plural(string language, string form, string nominative) =>
        Assert.Equal(nominative, Guess(NameKind.Plural, language, GrammaticalCases.Genitive, form));

    [Theory]
    [InlineData("Тесла")]
    [InlineData("Осло")]
    [InlineData("Газпром")]
    [InlineData("Роснефть")]
    public void Leaves_a_name_that_may_well_be_in_the_nominative_as_it_is(string name) =>
        Assert.Equal(name, Guess(NameKind.Body, "ru", GrammaticalCases.All, name));

    [Fact]
    public void Lets_all_forms_of_a_text_decide_together()
    {
        Assert.Equal("Госдеп", Guess(NameKind.Body, "ru", GrammaticalCases.All, "Госдепа", "Госдепом"));
        Assert.Equal("Тесла", Guess(NameKind.Body, "ru", GrammaticalCases.All, "Теслы", "Теслу"));
        Assert.Equal("Кучма", Guess(NameKind.Man, "ru", GrammaticalCases.All, "Кучмы", "Кучмой"));
    }

    [Fact]
    public void Keeps_to_the_case_that_the_text_tells() =>
        Assert.Equal(
            ("Петрова", "Петров"),
            (Guess(NameKind.Woman, "ru", GrammaticalCases.Nominative, "Петрова"), Guess(NameKind.Man, "ru", GrammaticalCases.Genitive, "Петрова")));

    private static string Guess(NameKind kind, string language, GrammaticalCases cases, params string[] forms) =>
        NameLemma.Of([.. forms.Select(form => new NameForm(form, cases))], kind, language);
}
