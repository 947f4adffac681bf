namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

/// <summary>Ukrainian names as a whole: bodies with town, purpose, namesake and place, towns apart from their regions, persons with surname and initials.</summary>
public sealed class UkrainianNameTests
{
    [Theory]
    [InlineData("Скаргу розгляне Вербичанська районна рада у вівторок.", "Вербичанська районна рада")]
    [InlineData("Справу передали до господарства, а не до Луцької ОДА, пояснили мешканцям.", "Луцької ОДА")]
    [InlineData("Захід провели фахівці Українського центру журналістських розслідувань у травні.", "Українського центру журналістських розслідувань")]
    [InlineData("Звіт оприлюднило Міністерство закордонних справ України минулого тижня.", "Міністерство закордонних справ України")]
    [InlineData("Дорогу оглянули працівники Державної служби з питань безпеки вантажів.", "Державної служби з питань безпеки вантажів")]
    [InlineData("Позов подали до Апеляційного суду Волинської області торік.", "Апеляційного суду Волинської області")]
    [InlineData("Рішення ухвалило Волинське обласне відділення АМКУ у квітні.", "Волинське обласне відділення АМКУ")]
    [InlineData("Лекцію прочитали в Київському національному університеті імені Тараса Шевченка вчора.", "Київському національному університеті імені Тараса Шевченка")]
    [InlineData("Пожежу гасили рятувальники ДСНС України до ранку.", "ДСНС України")]
    public void Gives_a_public_body_its_whole_name(string text, string name) => Assert.Contains(name, Named(text, "ORG"));

    [Fact]
    public void Ends_a_body_before_the_verb_of_its_sentence()
    {
        var bodies = Named("Апеляційний суд Волинської області вирішив повернути ділянку громаді.", "ORG");

        Assert.Equal(["Апеляційний суд Волинської області"], bodies);
    }

    [Theory]
    [InlineData("Депутати обласної державної адміністрації не обирають, а голова районної ради мовчить.")]
    [InlineData("Аварійні бригади працювали всю ніч.")]
    public void Takes_no_common_words_for_a_body(string text) => Assert.Empty(Named(text, "ORG"));

    [Fact]
    public void Parts_a_firm_from_the_person_named_before_it()
    {
        const string text = "Угоду підписали Андрій Коваленко та ТОВ «Спілка пекарів» у червні.";

        Assert.Equal(["Андрій Коваленко"], Named(text, "PER"));
        Assert.Contains("ТОВ «Спілка пекарів»", Named(text, "ORG"));
    }

    [Theory]
    [InlineData("Школу ремонтують у Ковелі Волинської області цього літа.", new[] { "Ковелі", "Волинської області" })]
    [InlineData("Град побив сади у м. Ковель Ковельського району Волинської області.", new[] { "Ковель", "Ковельського району", "Волинської області" })]
    public void Names_a_town_apart_from_its_region(string text, string[] places) => Assert.Equal(places, Named(text, "LOC"));

    [Theory]
    [InlineData("Засновником підприємства є Гримич Сергій Миколайович з Луцька.", "Гримич Сергій Миколайович")]
    [InlineData("Словник упорядкувала Т . К . Гримич з колегами .", "Т . К . Гримич")]
    [InlineData("Вона щиро дякувала Богові за дощ.", "Богові")]
    public void Gives_a_person_surname_and_initials(string text, string name) => Assert.Contains(name, Named(text, "PER"));

    private static List<string> Named(string text, string type) =>
        [.. Analyzed.Text(text).Entities.Where(entity => entity.Type == type).SelectMany(entity => entity.Mentions).OrderBy(mention => mention.Start).Select(mention => text[mention.Start..mention.End])];
}
