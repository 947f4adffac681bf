namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>What invented news of one language is made of. In the patterns 0 is a town, 1 a person, 2 a company, 3 a place, 4 and 5 nouns, 6 a number.</summary>
internal sealed record NewsWords(
    IReadOnlyList<string> Titles, IReadOnlyList<string> Sentences, IReadOnlyList<string> Nouns, IReadOnlyList<string> Syllables, IReadOnlyList<string> Endings, string Imprint)
{
    public static NewsWords English { get; } = new(
        ["{2} opens a {4} in {0}", "{1} resigns over the {4} in {0}", "The {4} of {0} closes for {6} days", "{0} votes on the {4} and the {5}", "Fire at the {4} of {2} near {3}"],
        [
            "The council of {0} decided on Tuesday that the {4} will be moved to {3} before the winter.",
            "{1} told reporters that {2} had known about the {4} for more than {6} weeks.",
            "According to the company {2}, the {4} and the {5} cost {6} crowns each.",
            "Nobody in {3} was hurt, but the {5} stays closed until the {4} has been inspected.",
            "\"We have waited for the {4} since spring,\" said {1}, who lives in {0}.",
            "The {5} was built {6} years ago and has been repaired twice since then.",
            "A spokesman of {2} would not say when the {4} is going to be finished.",
            "In the evening some {6} people met in front of the {5} and asked for answers.",
        ],
        ["harbour", "bridge", "library", "orchard", "tramway", "museum", "quarry", "ferry", "school", "archive", "dairy", "lighthouse", "market", "theatre", "railway", "mill", "observatory", "bakery", "stadium", "reservoir", "clinic", "printing house", "greenhouse", "canal"],
        ["lin", "mar", "dov", "kel", "ran", "tor", "bes", "wil", "har", "eld", "fen", "gri", "sol", "pem", "ost", "quin", "ash", "bru", "cor", "dal", "vex", "thor", "nim", "jal"],
        ["moor", "ford", "ton", "ley", "wick", "stead", "by", "ham"],
        "File number {0}, edition {1}.");

    public static NewsWords Russian { get; } = new(
        ["{2} откроет {4} в городе {0}", "{1} уходит в отставку из-за проекта «{4}»", "В городе {0} закрыли {4} на {6} дней", "Город {0} голосует: {4} или {5}", "Пожар на объекте «{4}» компании {2}"],
        [
            "Во вторник совет города {0} решил, что {4} перенесут в посёлок {3} ещё до зимы.",
            "{1} рассказал журналистам, что компания {2} знала о проекте «{4}» больше {6} недель.",
            "По данным компании {2}, {4} и {5} обошлись в {6} крон.",
            "В посёлке {3} никто не пострадал, однако {5} не откроют, пока не проверят {4}.",
            "«Мы ждали этого с весны», — сказал {1}, который живёт в городе {0}.",
            "Как напомнили в городе, {5} построили {6} лет назад и с тех пор дважды чинили.",
            "Представитель компании {2} не сказал, когда будет готов {4}.",
            "Вечером около {6} человек собрались у здания, где находится {5}, и потребовали ответа.",
        ],
        ["порт", "мост", "архив", "музей", "театр", "вокзал", "завод", "стадион", "рынок", "маяк", "канал", "сад", "госпиталь", "паром", "карьер", "склад", "трамвай", "элеватор", "пансионат", "планетарий", "бассейн", "питомник", "ипподром", "лицей"],
        ["ла", "ве", "до", "ми", "ста", "ро", "гри", "бо", "ча", "ну", "за", "ре", "пла", "ку", "ти", "жа", "сне", "ло", "вра", "ху", "ще", "фи", "мо", "дра"],
        ["вск", "град", "ново", "рецк", "мир", "лин", "дар", "тич"],
        "Дело номер {0}, редакция {1}.");

    public static NewsWords Ukrainian { get; } = new(
        ["{2} відкриє {4} у місті {0}", "{1} йде у відставку через проєкт «{4}»", "У місті {0} закрили {4} на {6} днів", "Місто {0} голосує: {4} чи {5}", "Пожежа на об'єкті «{4}» компанії {2}"],
        [
            "У вівторок рада міста {0} вирішила, що {4} перенесуть до селища {3} ще до зими.",
            "{1} розповів журналістам, що компанія {2} знала про проєкт «{4}» понад {6} тижнів.",
            "За даними компанії {2}, {4} і {5} коштували {6} крон.",
            "У селищі {3} ніхто не постраждав, проте {5} не відкриють, доки не перевірять {4}.",
            "«Ми чекали на це з весни», — сказав {1}, який мешкає у місті {0}.",
            "Як нагадали у місті, {5} збудували {6} років тому і відтоді двічі лагодили.",
            "Речник компанії {2} не сказав, коли буде готовий {4}.",
            "Увечері близько {6} людей зібралися біля будівлі, де розташований {5}, і зажадали відповіді.",
        ],
        ["порт", "міст", "архів", "музей", "театр", "вокзал", "завод", "стадіон", "ринок", "маяк", "канал", "сад", "шпиталь", "пором", "кар'єр", "склад", "трамвай", "елеватор", "пансіонат", "планетарій", "басейн", "розсадник", "іподром", "ліцей"],
        ["ла", "ві", "до", "ми", "ста", "ро", "гри", "бо", "ча", "ну", "за", "ре", "пла", "ку", "ті", "жа", "сні", "ло", "вра", "ху", "ще", "фі", "мо", "їжа"],
        ["вськ", "поль", "ново", "рець", "мир", "лин", "дар", "тич"],
        "Справа номер {0}, редакція {1}.");
}
