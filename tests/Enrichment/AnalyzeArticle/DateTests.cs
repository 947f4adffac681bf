namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

public sealed class DateTests
{
    // A Wednesday.
    private static readonly DateTimeOffset Published = new(2022, 1, 19, 1, 30, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("В порту напомнили, что 12 января мост закрыли на ремонт.", "12 января", "2022-01-12")]
    [InlineData("Мост через реку построили 3 мая 1998 года и сразу открыли.", "3 мая 1998 года", "1998-05-03")]
    [InlineData("Последний рейс в порту был 28 декабря, потом пришёл лёд.", "28 декабря", "2021-12-28")]
    [InlineData("Накануне в порту подняли старый якорь.", "Накануне", "2022-01-18")]
    [InlineData("Министр вчера приехал в порт и осмотрел причал.", "вчера", "2022-01-18")]
    [InlineData("Выставка пройдёт с 3 по 7 февраля в здании порта.", "3 по 7 февраля", "2022-02-03/2022-02-07")]
    [InlineData("Причал строили в 2015 году всем городом.", "2015 году", "2015-01-01/2015-12-31")]
    [InlineData("Прежний причал снесли 3 мая, и корабли ушли на юг.", "3 мая", "2021-05-03")]
    [InlineData("Новый причал в порту откроется 3 мая при всём народе.", "3 мая", "2022-05-03")]
    [InlineData("Паром встанет на ремонт в феврале и вернётся весной.", "феврале", "2022-02-01/2022-02-28")]
    [InlineData("В понедельник в порту открыли новый причал.", "понедельник", "2022-01-17")]
    [InlineData("Новый причал в порту откроется в понедельник.", "понедельник", "2022-01-24")]
    [InlineData("На прошлой неделе в порту было пять судов.", "прошлой неделе", "2022-01-10/2022-01-16")]
    [InlineData("Якорь подняли 3 дня назад у старого причала.", "3 дня назад", "2022-01-16")]
    [InlineData("Договор о порте подписан 12.01.2022 в мэрии.", "12.01.2022", "2022-01-12")]
    [InlineData("Учора в порту підняли старий якір і прапор.", "Учора", "2022-01-18")]
    [InlineData("Міст закрили 12 січня, а відкриють його навесні.", "12 січня", "2022-01-12")]
    [InlineData("Минулого тижня до порту зайшло п'ять суден.", "Минулого тижня", "2022-01-10/2022-01-16")]
    [InlineData("Минулої п'ятниці в порту підняли старий якір.", "Минулої п'ятниці", "2022-01-14")]
    [InlineData("The bridge was closed on January 12 for repairs.", "January 12", "2022-01-12")]
    [InlineData("The bridge was opened on 3 May 1998 by the mayor.", "3 May 1998", "1998-05-03")]
    [InlineData("The ferry left the harbour on Friday with no lights.", "Friday", "2022-01-14")]
    [InlineData("The ferry will leave the harbour on Friday as planned.", "Friday", "2022-01-21")]
    [InlineData("They met last Monday in the harbour to talk.", "last Monday", "2022-01-17")]
    [InlineData("The yard was built in 2015 by the whole town.", "2015", "2015-01-01/2015-12-31")]
    [InlineData("The anchor was raised 2 weeks ago near the pier.", "2 weeks ago", "2022-01-05")]
    public void Resolves_a_date_that_the_text_names_against_its_publication(string text, string words, string days)
    {
        var date = Assert.Single(Analyzed.Content(Analyzed.Article("", text) with { PublishedAt = Published }).Dates);

        Assert.Equal((words, days), (date.Text, date.From == date.To ? $"{date.From:yyyy-MM-dd}" : $"{date.From:yyyy-MM-dd}/{date.To:yyyy-MM-dd}"));
        Assert.Equal(words, text[date.Start..date.End]);
    }

    [Theory]
    [InlineData("На причале стоят 12 старых судов и 1998 ящиков рыбы.")]
    [InlineData("The captain may sail when the march of the ice is over.")]
    [InlineData("Суд перенёс слушание дела на 32 января без причины.")]
    public void Takes_no_count_and_no_other_word_for_a_date(string text) => Assert.Empty(Analyzed.Text(text).Dates);

    [Fact]
    public void Names_no_date_for_an_article_of_no_possible_time() =>
        Assert.Empty(Analyzed.Content(Analyzed.Article("", "Вчера в порту подняли якорь.") with { PublishedAt = DateTimeOffset.MinValue }).Dates);
}
