namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

public sealed class EntityTests
{
    [Theory]
    [InlineData("Вчера капитан порта Йенсом Кравцовым был принят на службу. Позже Кравцов вышел на работу.", "Йенс Кравцов", "PER")]
    [InlineData("По итогам встречи с Анной Лебедевой мэр уехал.", "Анна Лебедева", "PER")]
    [InlineData("На совещание прибыл министр Тарас Мельниченко.", "Тарас Мельниченко", "PER")]
    [InlineData("Суда идут через порт Марселя и дальше в Одессу.", "Одесса", "LOC")]
    [InlineData("Власти Южной Кореи ответили отказом.", "Южная Корея", "LOC")]
    [InlineData("Проверку провело Министерство сельского хозяйства Эстонии.", "Министерство сельского хозяйства Эстонии", "ORG")]
    [InlineData("Об этом написала газета «Маячный вестник».", "Маячный вестник", "ORG")]
    [InlineData("Сделку одобрила ФАС.", "ФАС", "ORG")]
    [InlineData("Представители Госдепа и НАТО встретились.", "Госдеп", "ORG")]
    public void Finds_a_name_in_a_Russian_text_and_gives_its_nominative(string text, string name, string type) =>
        Assert.Equal(type, Analyzed.Text(text).Entity(name).Type);

    [Theory]
    [InlineData("Рішення підписала міністерка Олена Коваленко після зустрічі в Києві.", "Олена Коваленко", "PER")]
    [InlineData("Рішення підписала міністерка Олена Коваленко після зустрічі в Києві.", "Київ", "LOC")]
    [InlineData("Про це повідомило Міністерство енергетики України.", "Міністерство енергетики України", "ORG")]
    [InlineData("Делегація поїхала до Львова, де її зустріли у мерії.", "Львів", "LOC")]
    public void Finds_a_name_in_a_Ukrainian_text_and_gives_its_nominative(string text, string name, string type) =>
        Assert.Equal(type, Analyzed.Text(text).Entity(name).Type);

    [Theory]
    [InlineData("Экономист Юлия Краснова считает, что цены вырастут не раньше осени.", "Юлия Краснова")]
    [InlineData("В порту ждут начальника Александра Громова.", "Александр Громов")]
    [InlineData("Приз вручили режиссёру Юлии Красновой.", "Юлия Краснова")]
    [InlineData("За словами начальника порту Петра Гончара, судна стоять через шторм. Її рейси відкладено.", "Петро Гончар")]
    [InlineData("Фільм показали Ганні Мороз та її сестрі.", "Ганна Мороз")]
    public void Tells_men_from_women_before_it_gives_the_nominative(string text, string name) =>
        Assert.Equal("PER", Analyzed.Text(text).Entity(name).Type);

    [Fact]
    public void Gives_a_body_the_nominative_that_explains_all_its_forms()
    {
        var analysis = Analyzed.Text("За даними Держстату, ціни зросли. Про це пише портал «Хвиля». Як повідомили в Держстаті, люди платять більше.");

        Assert.Equal(2, analysis.Entity("Держстат").Mentions.Count);
    }

    [Fact]
    public void Takes_a_listed_body_beside_a_state_for_a_body() =>
        Assert.Equal("ORG", Analyzed.Text("Послы США и Евросоюза собрались у берегов Эгейского моря.").Entity("Евросоюз").Type);

    [Fact]
    public void Gives_a_sea_the_nominative_of_its_adjective() =>
        Assert.Equal("LOC", Analyzed.Text("Траулеры ловят тунца в Эгейском море.").Entity("Эгейское море").Type);

    [Theory]
    [InlineData("On Monday Harbour Minister Peter Lindqvist opened the new bridge in Rotterdam.", "Peter Lindqvist", "PER")]
    [InlineData("On Monday Harbour Minister Peter Lindqvist opened the new bridge in Rotterdam.", "Rotterdam", "LOC")]
    [InlineData("The money comes from the Ministry of Fisheries, officials said.", "Ministry of Fisheries", "ORG")]
    [InlineData("Ships passed the Harlow River on their way north.", "Harlow River", "LOC")]
    [InlineData("The crew praised Port Marrow for its welcome.", "Port Marrow", "LOC")]
    public void Finds_a_name_in_an_English_text(string text, string name, string type) =>
        Assert.Equal(type, Analyzed.Text(text).Entity(name).Type);

    [Fact]
    public void Joins_the_mentions_of_one_person_and_keeps_what_the_text_calls_him()
    {
        var person = Analyzed.Text(
            "Госсекретарь США Ричард Блинхэм встретился с журналистами. Блинхэм уехал, но через час о Блинхэме снова говорили.").Entity("Ричард Блинхэм");

        Assert.Equal(3, person.Mentions.Count);
        Assert.Equal("госсекретарь США", person.Role);
    }

    [Fact]
    public void Does_not_join_two_persons_of_one_surname()
    {
        var analysis = Analyzed.Text("Иван Петров и Анна Петрова открыли музей.");

        Assert.Equal(2, analysis.Entities.Count(entity => entity.Type == "PER"));
    }

    [Fact]
    public void Says_where_a_name_stands_in_code_points()
    {
        var analysis = Analyzed.Text("😀😀 Пресс-конференция началась. Сергей Кузнецов приехал 🚢 рано.");

        var mention = Assert.Single(analysis.Entity("Сергей Кузнецов").Mentions);
        Assert.Equal(31, mention.Start);
        Assert.Equal(46, mention.End);
    }

    [Fact]
    public void Leaves_the_owning_s_out_of_an_English_name()
    {
        var analysis = Analyzed.Text("The ship left Rotterdam's harbour at noon.");

        var mention = Assert.Single(analysis.Entity("Rotterdam").Mentions);
        Assert.Equal((14, 23), (mention.Start, mention.End));
    }

    [Fact]
    public void Takes_a_body_for_the_one_who_speaks_and_not_the_town_it_belongs_to()
    {
        var analysis = Analyzed.Text("Прокуратура Лазоревска сообщила, что дело закрыто навсегда.");

        Assert.DoesNotContain(analysis.Entities, entity => entity.Type == "PER");
        Assert.Equal("Прокуратура Лазоревска", Assert.Single(analysis.Quotes).Speaker);
    }

    [Fact]
    public void Takes_no_sentence_opening_and_no_common_word_for_a_name()
    {
        var analysis = Analyzed.Text("Погода испортилась. Соседи считают, что дождь продлится неделю. Жители недовольны.");

        Assert.Empty(analysis.Entities);
    }

    [Theory]
    [InlineData("«Это рутинный визит», — сказала Мария Громова.", "Это рутинный визит")]
    [InlineData("Корабли стоят. «Суд разберётся», — ответил Павел Лядов журналистам.", "Суд разберётся")]
    [InlineData("«Маємо діяти швидше», — наголосила Оксана Гримич.", "Маємо діяти швидше")]
    public void Takes_a_short_quoted_sentence_for_speech_and_not_for_a_body(string text, string said)
    {
        var analysis = Analyzed.Text(text);

        Assert.DoesNotContain(analysis.Entities, entity => entity.Type == "ORG");
        Assert.Equal(said, Assert.Single(analysis.Quotes).Text);
    }

    [Fact]
    public void Ends_a_Ukrainian_name_behind_its_closing_mark()
    {
        const string text = "Договір підписало ТОВ «Спілка пекарів» у червні.";

        var mention = Assert.Single(Assert.Single(Analyzed.Text(text).Entities, entity => entity.Type == "ORG").Mentions);

        Assert.Equal("ТОВ «Спілка пекарів»", text[mention.Start..mention.End]);
    }

    [Theory]
    [InlineData("Договір підписала фірма «Спілка пекарів» у червні.", "Спілка пекарів", "ORG")]
    [InlineData("Дощ зупинив жнива поблизу села Вербичне на Волині.", "Вербичне", "LOC")]
    [InlineData("Фірма «Спілка пекарів» подала позов.", "Спілка пекарів", "ORG")]
    public void Leaves_the_common_noun_before_a_Ukrainian_name_out_of_it(string text, string name, string type)
    {
        var mention = Assert.Single(Assert.Single(Analyzed.Text(text).Entities, entity => entity.Type == type && entity.Name == name).Mentions);

        Assert.Equal(name, text[mention.Start..mention.End]);
    }

    [Theory]
    [InlineData("Зустріч відбулася на вулиці Лесі Українки, 22 у вівторок.", "вулиці Лесі Українки, 22", "LOC")]
    [InlineData("Ремонт провело КП «Зелене місто» торік.", "КП «Зелене місто»", "ORG")]
    [InlineData("Судно купила компанія Vitryla Holding B. V. за кордоном.", "Vitryla Holding B. V.", "ORG")]
    [InlineData("Злива пройшла містом, постраждала Луганська обл. і сусіди.", "Луганська обл", "LOC")]
    public void Bounds_a_Ukrainian_name_as_Ukrainian_corpora_do(string text, string name, string type) =>
        Assert.Contains(Analyzed.Text(text).Entities, entity => entity.Type == type && entity.Mentions.Any(mention => text[mention.Start..mention.End] == name));

    [Theory]
    [InlineData("Гандболистки «Вихря» впервые выиграли Кубок Ольвы и уехали домой.", "PER")]
    [InlineData("Гандболісти святкували здобуття Кубка Ольви до ночі.", "PER")]
    [InlineData("Торік підприємство закрили, а будівлю викупив банк.", "ORG")]
    public void Takes_no_prize_for_a_person_and_no_common_noun_for_a_Ukrainian_body(string text, string type) =>
        Assert.DoesNotContain(Analyzed.Text(text).Entities, entity => entity.Type == type && !entity.Name.Contains("Вихр", StringComparison.Ordinal));

    [Fact]
    public void Takes_no_street_for_the_person_it_is_named_after() =>
        Assert.DoesNotContain(Analyzed.Text("Пожежу на вулиці Тараса Шевченка загасили вночі.").Entities, entity => entity.Type == "PER");

    [Fact]
    public void Gives_nobody_the_role_of_the_one_who_acts_in_the_sentence()
    {
        var analysis = Analyzed.Text("Послом станет Сергій Гринчук. Президент призначив Сергія Гринчука вчора.", "Министр обороны прибыл для переговоров с Петром Ладыниным.");

        Assert.All(analysis.Entities.Where(entity => entity.Type == "PER"), person => Assert.Null(person.Role));
    }

    [Theory]
    [InlineData("Об этом учительнице Шубиной рассказали вчера. Позже учительница Шубина уехала.", "Шубина")]
    [InlineData("Встречу с Роговцевой отменили. Об этом Роговцева сообщила сама.", "Роговцева")]
    public void Reads_from_role_or_verb_that_a_person_without_a_given_name_is_a_woman(string text, string name) =>
        Assert.Equal(name, Assert.Single(Analyzed.Text(text).Entities, entity => entity.Type == "PER").Name);
}
