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
    public void Gives_words_that_go_on_after_their_speaker_to_no_one_whom_the_next_sentence_names()
    {
        var analysis = Analyzed.Text("“The fog was thick,” Daniel Moor said. “Then I came round the corner, and there was nobody but a man with a dog.” Race director Fiona Pell apologised and said the prize would be shared.");

        Assert.Equal("Daniel Moor", analysis.Quote("Then I came round the corner, and there was nobody but a man with a dog.").Speaker);
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

    [Theory]
    [InlineData("Новый налог введут с января, сообщил источник в правительстве.", "источник в правительстве", "unnamed")]
    [InlineData("The station will stay shut until Friday, a police spokesman said.", "police spokesman", "unnamed")]
    [InlineData("Лікарі запевняють, що стан хлопчика стабільний.", "лікарі", "unnamed")]
    [InlineData("Подсудимый не признал вину, сообщили в пресс-службе Приморского суда.", "пресс-служба Приморского суда", "body")]
    [InlineData("Виктор Громов заявил, что мост откроют осенью.", "Виктор Громов", "person")]
    public void Tells_what_a_speaker_is_also_of_one_without_a_name(string text, string speaker, string kind)
    {
        var quotation = Assert.Single(Analyzed.Text(text).Quotes);

        Assert.Equal((speaker, kind), (quotation.Speaker, quotation.SpeakerKind));
    }

    [Theory]
    [InlineData("Завод продают по частям, сообщает Reuters.", "Q130879")]
    [InlineData("Виктор Громов заявил, что мост откроют осенью.", null)]
    public void Gives_the_id_of_the_entity_that_speaks_where_it_has_one(string text, string? id) =>
        Assert.Equal(id, Assert.Single(Analyzed.Text(text).Quotes).SpeakerId);

    [Theory]
    [InlineData("Bloomberg reported that the yard had found a buyer, citing two people.", "the yard had found a buyer")]
    [InlineData("Reuters сообщает, что верфь нашла покупателя, ссылаясь на двух собеседников.", "верфь нашла покупателя")]
    public void Ends_reported_words_where_their_source_is_named(string text, string words) =>
        Assert.Single(Analyzed.Text(text).Quotes, quotation => quotation.Text == words);

    [Fact]
    public void Tells_apart_two_who_speak_in_one_sentence()
    {
        var quotes = Analyzed.Text("The storm should pass by midnight, Peter Lindqvist said, but forecasters warned that roads could freeze.").Quotes;

        Assert.Equal([("The storm should pass by midnight", "Peter Lindqvist"), ("roads could freeze", "forecasters")], quotes.Select(quotation => (quotation.Text, quotation.Speaker)));
    }
}
