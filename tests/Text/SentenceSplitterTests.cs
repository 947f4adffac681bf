namespace NewsPlatform.Text.Tests;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("ru", "Встреча прошла в Москве.| Стороны договорились!| Что дальше?| Неизвестно…")]
    [InlineData("ru", "Он родился в г. Туле на ул. Ленина, д. 5.| Потом уехал.")]
    [InlineData("ru", "В 2024 г. Россия закупила зерно.| Цена выросла на 5 тыс. руб.| Рынок ждёт.")]
    [InlineData("ru", "Завод открыли в 1998 г.| Он работает до сих пор.")]
    [InlineData("ru", "Закупили танки, ракеты и т. д.| Деньги выделил бюджет.")]
    [InlineData("ru", "Речь идёт о рисках, т. е. о потерях, см. табл. 3.| Итог подвели.")]
    [InlineData("ru", "Книгу А. С. Пушкина издали в 20 млн. экземпляров.")]
    [InlineData("ru", "Выступил министр И. И. Иванов.| Зал аплодировал.")]
    [InlineData("ru", "«Мы готовы!» — сказал он.| «Начинаем.»| Зал встал.")]
    [InlineData("ru", "Он спросил: «Что делать?» и ушёл.| (Так было всегда.)| Вот и всё.")]
    [InlineData("ru", "Цена 3.5 доллара на сайте example.com не менялась.| Версия 2.0.1 вышла.")]
    [InlineData("ru", "Он думал... и молчал.| Он ушёл... |Все ждали.")]
    [InlineData("ru", "Заголовок без точки\n\n|Первое предложение.")]
    [InlineData("ru", "Строка\nпереносится здесь.|\r\n\r\nДругой абзац")]
    [InlineData("ru", "1. Первый пункт.| 2. Второй пункт.")]
    [InlineData("ru", "Компания Apple Inc. представила новинку.")]
    [InlineData("uk", "У 2024 р. Україна збільшила експорт.| Він живе у м. Києві на вул. Хрещатик.")]
    [InlineData("uk", "Збитки сягли 5 млн грн.| Компанія ім. Шевченка та ін. відмовилися.")]
    [InlineData("uk", "Завод збудували в 1998 р.| Нині він стоїть.")]
    [InlineData("uk", "Виступив Т. Г. Шевченко.| Зала слухала.")]
    [InlineData("en", "Mr. Smith met Dr. Jones.| They talked.")]
    [InlineData("en", "The U.S. President left.| He lives in the U.S.| The trip was short.")]
    [InlineData("en", "J. R. R. Tolkien wrote it.| Apple Inc. shares rose.| It was so, e.g. in No. 5.")]
    [InlineData("en", "\"Is it over?\" she asked.| \"Yes.\"| They left at 5 p.m.| Nobody came.")]
    [InlineData("en", "It is I.| He laughed.")]
    [InlineData("de", "Am 3. Oktober traf Dr. Müller z. B. die Kanzlerin.| Sie sprach.")]
    [InlineData("fr", "M. Dupont est parti.| Mme Durand reste.")]
    [InlineData("pl", "Spotkanie odbyło się przy ul. Długiej w 2020 r.| Trwało godzinę.")]
    [InlineData("zh", "政府批准了预算。|总统签字了。")]
    [InlineData("ja", "「はい。」|彼は言った。")]
    [InlineData("und", "One.| Two.")]
    public void Splits_at_the_ends_of_sentences_only(string language, string marked)
    {
        var expected = marked.Split('|').Select(sentence => sentence.Trim());

        Assert.Equal(expected, SentenceSplitter.Split(marked.Replace("|", string.Empty, StringComparison.Ordinal), language)
            .Select(range => range.In(marked.Replace("|", string.Empty, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    public void Finds_nothing_in_white_space(string text) => Assert.Empty(SentenceSplitter.Split(text, "ru"));

    [Theory(Timeout = 60_000)]
    [InlineData(".")]
    [InlineData(". ")]
    [InlineData("а.")]
    [InlineData("А. ")]
    [InlineData("\n")]
    [InlineData("\n ")]
    [InlineData("» . ")]
    [InlineData("? «")]
    [InlineData("т. ")]
    public async Task Ends_on_hostile_texts(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        var sentences = await Task.Run(() => SentenceSplitter.Split(text, "ru"));

        Assert.All(sentences, sentence => Assert.InRange(sentence.End, sentence.Start + 1, text.Length));
    }
}
