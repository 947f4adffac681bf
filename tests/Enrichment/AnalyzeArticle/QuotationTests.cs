namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("«Мы откроем мост до конца осени», — сказал мэр Виктор Громов.", "Мы откроем мост до конца осени", "Виктор Громов")]
    [InlineData("Виктор Громов заявил: «Мы откроем мост до конца осени».", "Мы откроем мост до конца осени", "Виктор Громов")]
    [InlineData("\"Мы откроем мост до конца осени\", - сообщил Виктор Громов журналистам.", "Мы откроем мост до конца осени", "Виктор Громов")]
    [InlineData("Мэр города Виктор Громов пообещал, что мост «откроют до конца осени» этого года.", "откроют до конца осени", "Виктор Громов")]
    [InlineData("«Міст відкриють до кінця осені», — сказала міністерка Олена Коваленко.", "Міст відкриють до кінця осені", "Олена Коваленко")]
    [InlineData("“The bridge will open before winter,” said Peter Lindqvist, the mayor.", "The bridge will open before winter", "Peter Lindqvist")]
    [InlineData("Peter Lindqvist said: \"The bridge will open before winter.\"", "The bridge will open before winter.", "Peter Lindqvist")]
    [InlineData("— Мы откроем мост до конца осени, — сказал Виктор Громов.", "Мы откроем мост до конца осени", "Виктор Громов")]
    public void Finds_spoken_words_and_who_spoke(string text, string words, string speaker)
    {
        var quotation = Analyzed.Text(text).Quote(words);

        Assert.True(quotation.Direct);
        Assert.Equal(speaker, quotation.Speaker);
        Assert.Equal(words, text[quotation.Start..quotation.End]);
    }

    [Theory]
    [InlineData("Виктор Громов заявил, что мост откроют осенью.", "мост откроют осенью", "Виктор Громов")]
    [InlineData("По словам Виктора Громова, мост откроют осенью.", "мост откроют осенью", "Виктор Громов")]
    [InlineData("Мост откроют уже осенью, сообщил Виктор Громов.", "Мост откроют уже осенью", "Виктор Громов")]
    [InlineData("Олена Коваленко заявила, що міст відкриють восени.", "міст відкриють восени", "Олена Коваленко")]
    [InlineData("За словами Олени Коваленко, міст відкриють восени.", "міст відкриють восени", "Олена Коваленко")]
    [InlineData("Peter Lindqvist said that the bridge would open soon.", "the bridge would open soon", "Peter Lindqvist")]
    [InlineData("According to Peter Lindqvist, the bridge will open soon.", "the bridge will open soon", "Peter Lindqvist")]
    public void Finds_reported_speech_and_who_is_reported(string text, string words, string speaker)
    {
        var quotation = Analyzed.Text(text).Quote(words);

        Assert.False(quotation.Direct);
        Assert.Equal(speaker, quotation.Speaker);
    }

    [Fact]
    public void Follows_a_pronoun_to_the_person_of_its_gender()
    {
        var analysis = Analyzed.Text(
            "Мост осмотрели инженер Анна Лебедева и мэр Виктор Громов.",
            "«Опоры выдержат ещё сто лет», — заявила она.",
            "Новые перила, по её словам, поставят уже весной.");

        Assert.Equal("Анна Лебедева", analysis.Quote("Опоры выдержат ещё сто лет").Speaker);
        Assert.Equal("Анна Лебедева", analysis.Quote("поставят уже весной").Speaker);
    }

    [Fact]
    public void Follows_a_role_to_the_person_who_holds_it()
    {
        var analysis = Analyzed.Text(
            "В порт приехал министр Виктор Громов.",
            "«Причал достроят к первому снегу», — добавил министр.");

        Assert.Equal("Виктор Громов", analysis.Quote("Причал достроят к первому снегу").Speaker);
    }

    [Fact]
    public void Takes_an_organisation_whose_site_says_the_words_for_the_speaker()
    {
        var analysis = Analyzed.Text("«Стороны готовы собраться ещё раз уже весной», - указано на сайте Минтранса.");

        Assert.Equal("Минтранс", Assert.Single(analysis.Quotes).Speaker);
    }

    [Fact]
    public void Takes_no_speaker_from_the_sentence_after_the_words()
    {
        var analysis = Analyzed.Text("Цены вырастут, предупреждает экономист Руперт Хейл: «Рельсы нужны и зимой, когда реки нет». Виктор Громов возразил ему.");

        Assert.Equal("Руперт Хейл", analysis.Quote("Рельсы нужны и зимой, когда реки нет").Speaker);
    }

    [Fact]
    public void Gives_words_in_quotation_marks_once_though_a_phrase_reports_them()
    {
        var analysis = Analyzed.Text("Школьники, по словам Степана Ярова, «держат нож крепче отцов».");

        Assert.True(analysis.Quote("держат нож крепче отцов").Direct);
        Assert.Single(analysis.Quotes);
    }

    [Theory]
    [InlineData("Об этом пишет газета «Маячный вестник».")]
    [InlineData("Вечером показали фильм «Долгий путь домой через три моря».")]
    [InlineData("Так называемый «народный совет» собрался в порту.")]
    public void Takes_no_name_and_no_irony_in_quotation_marks_for_speech(string text) =>
        Assert.Empty(Analyzed.Text(text).Quotes);
}
