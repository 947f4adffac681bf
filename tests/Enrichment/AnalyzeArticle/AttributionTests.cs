using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

public sealed class AttributionTests
{
    private const string Self = "Вечерняя гавань";

    [Theory]
    [InlineData("Мост закрыт. Об этом сообщает «Маячный вестник» со ссылкой на сайт Минтранса.", "Маячный вестник", "сайт Минтранса")]
    [InlineData("Про це повідомляє «Портова правда» з посиланням на пресслужбу Міноборони.", "Портова правда", "пресслужба Міноборони")]
    [InlineData("Reuters reported, citing the Ministry of Fisheries, that nets were torn.", "Reuters", "Ministry of Fisheries")]
    public void Gives_an_edge_for_each_hop_of_who_cites_whom(string text, string reporter, string cited)
    {
        var edges = Analyzed.Text(text).Attribution;

        Assert.Equal([(Self, reporter), (reporter, cited)], edges.Select(edge => (edge.From, edge.To)));
    }

    [Theory]
    [InlineData("По данным Росстата, цены на рыбу выросли.", "Росстат")]
    [InlineData("Как пишет газета «Маячный вестник», мост закрыт.", "Маячный вестник")]
    [InlineData("За даними Міненерго, світло повернули.", "Міненерго")]
    [InlineData("The ship left early, according to a statement on the port's website.", "statement on the port's website")]
    public void Gives_one_edge_when_the_article_itself_cites(string text, string cited)
    {
        var edge = Assert.Single(Analyzed.Text(text).Attribution);

        Assert.Equal((Self, cited), (edge.From, edge.To));
    }

    [Fact]
    public void Takes_what_somebody_told_a_medium_for_two_hops()
    {
        var edges = Analyzed.Text("Minister Peter Lindqvist told Reuters the port would stay open.").Attribution;

        Assert.Equal([(Self, "Reuters"), ("Reuters", "Peter Lindqvist")], edges.Select(edge => (edge.From, edge.To)));
    }

    [Theory]
    [InlineData("В интервью «Северному радио» тренер Роман Щукин признался, что хотел уйти.", "Северное радио", "Роман Щукин")]
    [InlineData("Рятувальників не вистачає, визнала в інтерв'ю Reuters очільниця служби Дарина Кравець.", "Reuters", "Дарина Кравець")]
    [InlineData("In an interview with the Harbour Gazette, novelist Clara Voss said she had burned the draft.", "Harbour Gazette", "Clara Voss")]
    [InlineData("Speaking to Channel 6, council leader Omar Haddad promised that the library would reopen.", "Channel 6", "Omar Haddad")]
    [InlineData("По данным источников Bloomberg, верфь продают.", "Bloomberg", "источники Bloomberg")]
    [InlineData("Как стало известно «Портовой газете» из документов суда, завод признан банкротом.", "Портовая газета", "документы суда")]
    public void Takes_the_medium_to_which_somebody_spoke_for_the_one_that_reports(string text, string medium, string cited) =>
        Assert.Equal([(Self, medium), (medium, cited)], Analyzed.Text(text).Attribution.Select(edge => (edge.From, edge.To)));

    [Fact]
    public void Gives_both_ends_the_ids_of_their_entities()
    {
        var edges = Analyzed.Text("Завод продают, пишет Reuters со ссылкой на сайт порта.").Attribution;

        Assert.Equal([(null, "Q130879"), ("Q130879", null)], edges.Select(edge => (edge.FromId, edge.ToId)));
    }

    [Fact]
    public void Shows_the_sentence_that_cites()
    {
        var edges = Analyzed.Text("Мост закрыт. Об этом сообщает «Маячный вестник» со ссылкой на сайт Минтранса. Дождь идёт.").Attribution;

        Assert.All(edges, edge => Assert.Equal("Об этом сообщает «Маячный вестник» со ссылкой на сайт Минтранса.", edge.Evidence));
    }

    [Fact]
    public void Gives_no_edge_from_a_source_to_itself() =>
        Assert.DoesNotContain(Analyzed.Text("Об этом сообщает «Вечерняя гавань».").Attribution, edge => edge.To == Self);

    [Fact]
    public void Gives_the_same_hop_once() =>
        Assert.Single(Analyzed.Text("По данным Росстата, рыба подорожала. По данным Росстата, хлеб подешевел.").Attribution);

    [Fact]
    public void Reads_a_whole_short_news_item_of_who_met_whom_and_who_says_so()
    {
        var analysis = Analyzed.Titled(
            "Порты и рыбаки готовы вновь сесть за стол с министерством - Минтранс",
            "Министр транспорта Энтони Блэквуд провёл встречу с главой союза рыбаков Йенсом Лундбергом. Об этом сообщает \"Маячный вестник\" со ссылкой на сайт Минтранса.",
            "«Порты и рыбаки готовы снова встретиться и держатся того, чтобы спорить только за столом», - указано на сайте Минтранса.",
            "В сообщении напоминается, что 12 мая Лундберг сказал, что союз предложил новые встречи. Министерство, по его словам, пока не назвало дня. Позднее замглавы союза Сергей Рыбин заявил, что рыбаки не видят смысла ждать «без ясного ответа о ценах на топливо».");

        Assert.Equal("ru", analysis.Language);
        Assert.Equal([(Self, "Маячный вестник"), ("Маячный вестник", "сайт Минтранса")], analysis.Attribution.Select(edge => (edge.From, edge.To)));
        Assert.Equal("Минтранс", analysis.Quotes.First(quotation => quotation.Text.StartsWith("Порты и рыбаки", StringComparison.Ordinal)).Speaker);
        Assert.Equal("Йенс Лундберг", analysis.Quote("союз предложил новые встречи").Speaker);
        Assert.Equal("Йенс Лундберг", analysis.Quote("пока не назвало дня").Speaker);
        Assert.Equal("Сергей Рыбин", analysis.Quote("без ясного ответа о ценах на топливо").Speaker);
    }
}
