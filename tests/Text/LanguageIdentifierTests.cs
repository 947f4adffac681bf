namespace NewsPlatform.Text.Tests;

public sealed class LanguageIdentifierTests
{
    private const string Nonsense =
        "Qulmoro bantezi wodrunak, chilpe varoth mbezu kalinto drasqua. Ombrexi tulvanu zhorpe gwatiri, mukhelo bzandi "
        + "frotuqa lemwisho drungatha. Tezimoko wulbranti, ngaxhope siluqwa borvethu malkizzo prundaxi: chobwemu tarligo "
        + "vezhunta kwompilo, drazbiku hulmeso yubranqo tiswela gomrunthu. Bexilano wurtaphi, mzokhule drivanto.";

    private const string SerbianInLatin =
        "Vlada je u utorak usvojila predlog budžeta za narednu godinu, saopštio je ministar finansija. Veće plate dobiće nastavnici i lekari, a deo novca "
        + "biće uložen u obnovu puteva i železnice. Opozicija smatra da su procene prihoda preterane i traži da se o predlogu glasa tek posle javne rasprave. "
        + "Poslanici će o tome odlučivati sledeće nedelje, kada se završi rasprava u odborima. Stručnjaci upozoravaju da bi rast cena mogao da poništi očekivani dobitak.";

    private const string CroatianInLatin =
        "Vlada je u utorak usvojila prijedlog proračuna za iduću godinu, priopćio je ministar financija. Veće plaće dobit će nastavnici i liječnici, a dio novca "
        + "bit će uložen u obnovu cesta i željeznice. Oporba smatra da su procjene prihoda pretjerane i traži da se o prijedlogu glasuje tek nakon javne rasprave. "
        + "Zastupnici će o tome odlučivati sljedećega tjedna, kada završi rasprava u odborima. Stručnjaci upozoravaju da bi rast cijena mogao poništiti očekivani dobitak.";

    [Theory]
    [InlineData("sr", SerbianInLatin)]
    [InlineData("hr", CroatianInLatin)]
    public void Tells_an_article_in_Serbian_of_Latin_letters_from_one_in_Croatian(string language, string text) =>
        Assert.Equal(language, LanguageIdentifier.Shared.Identify(text).Language);

    [Fact]
    public void Names_the_languages_that_it_tells_apart()
    {
        Assert.Superset(new HashSet<string> { "ru", "uk", "be", "bg", "mk", "sr", "kk", "en", "tr", "ar", "he", "fa", "zh", "ja", "ko" }, LanguageIdentifier.Shared.Languages.ToHashSet());
        Assert.Equal(LanguageIdentifier.Shared.Languages.Distinct().Order(StringComparer.Ordinal), LanguageIdentifier.Shared.Languages);
    }

    [Theory]
    [InlineData("ru", "Правительство утвердило бюджет на следующий год, сообщил министр финансов.")]
    [InlineData("uk", "Уряд затвердив бюджет на наступний рік, повідомив міністр фінансів.")]
    [InlineData("be", "Урад зацвердзіў бюджэт на наступны год, паведаміў міністр фінансаў.")]
    [InlineData("bg", "Правителството одобри бюджета за следващата година, съобщи финансовият министър.")]
    [InlineData("mk", "Владата го усвои буџетот за следната година, изјави министерот за финансии.")]
    [InlineData("sr", "Влада је усвојила буџет за наредну годину, изјавио је министар финансија.")]
    [InlineData("kk", "Үкімет келесі жылға арналған бюджетті бекітті, деп хабарлады қаржы министрі.")]
    [InlineData("en", "The government has approved next year's budget, the finance minister said.")]
    [InlineData("de", "Die Regierung hat den Haushalt für das nächste Jahr beschlossen, sagte der Finanzminister.")]
    [InlineData("fr", "Le gouvernement a adopté le budget de l’année prochaine, a annoncé le ministre des Finances.")]
    [InlineData("es", "El Gobierno aprobó el presupuesto del próximo año, informó el ministro de Hacienda.")]
    [InlineData("it", "Il governo ha approvato il bilancio per il prossimo anno, ha detto il ministro delle Finanze.")]
    [InlineData("pl", "Rząd przyjął budżet na przyszły rok, poinformował minister finansów.")]
    [InlineData("pt", "O governo aprovou o orçamento para o próximo ano, informou o ministro das Finanças.")]
    [InlineData("nl", "De regering heeft de begroting voor volgend jaar goedgekeurd, zei de minister van Financiën.")]
    [InlineData("cs", "Vláda schválila rozpočet na příští rok, oznámil ministr financí.")]
    [InlineData("sk", "Vláda schválila rozpočet na budúci rok, oznámil minister financií.")]
    [InlineData("sv", "Regeringen har godkänt budgeten för nästa år, säger finansministern.")]
    [InlineData("da", "Regeringen har vedtaget budgettet for det kommende år, oplyser finansministeren.")]
    [InlineData("no", "Regjeringen har lagt fram budsjettet for neste år, opplyser finansministeren.")]
    [InlineData("fi", "Hallitus hyväksyi ensi vuoden talousarvion, valtiovarainministeri kertoi.")]
    [InlineData("hu", "A kormány elfogadta a jövő évi költségvetést, közölte a pénzügyminiszter.")]
    [InlineData("ro", "Guvernul a aprobat bugetul pentru anul viitor, a anunțat ministrul finanțelor.")]
    [InlineData("tr", "Hükümet gelecek yılın bütçesini onayladı, maliye bakanı açıkladı.")]
    [InlineData("el", "Η κυβέρνηση ενέκρινε τον προϋπολογισμό.")]
    [InlineData("ar", "وافقت الحكومة على ميزانية العام المقبل، بحسب وزير المالية.")]
    [InlineData("fa", "دولت بودجه سال آینده را تصویب کرد، وزیر دارایی گفت.")]
    [InlineData("he", "הממשלה אישרה את התקציב לשנה הבאה.")]
    [InlineData("zh", "政府批准了明年的预算。")]
    [InlineData("ja", "政府は来年度の予算を承認した。")]
    [InlineData("ko", "정부가 내년 예산을 승인했다.")]
    [InlineData("ka", "მთავრობამ ბიუჯეტი დაამტკიცა.")]
    [InlineData("hy", "Կառավարությունը հաստատեց բյուջեն։")]
    [InlineData("hi", "सरकार ने अगले साल के बजट को मंजूरी दी।")]
    [InlineData("th", "รัฐบาลอนุมัติงบประมาณปีหน้า")]
    public void Tells_the_language_of_a_sentence(string language, string text)
    {
        var guess = LanguageIdentifier.Shared.Identify(text);

        Assert.Equal(language, guess.Language);
        Assert.InRange(guess.Confidence, 0.7, 1);
    }

    [Theory]
    [InlineData("ПРАВИТЕЛЬСТВО УТВЕРДИЛО БЮДЖЕТ НА ГОД")]
    [InlineData("Компания Apple представила iPhone, Google и Microsoft ответили: новые модели выйдут осенью")]
    public void Is_not_misled_by_capitals_or_foreign_names(string text) =>
        Assert.Equal("ru", LanguageIdentifier.Shared.Identify(text).Language);

    [Theory]
    [InlineData("")]
    [InlineData("OK")]
    [InlineData("12.05.2024 — 17:30, +5 %")]
    [InlineData("😀😀😀😀")]
    [InlineData("\uD83D\0\u0001")]
    [InlineData(Nonsense)]
    public void Says_undetermined_when_there_is_nothing_to_go_by(string text) =>
        Assert.Equal(new LanguageGuess("und", 0), LanguageIdentifier.Shared.Identify(text));

    [Fact]
    public void Is_less_sure_of_a_word_that_several_languages_share() =>
        Assert.True(LanguageIdentifier.Shared.Identify("президент").Confidence < 0.9);

    [Fact]
    public void Looks_at_the_beginning_of_an_endless_text_only()
    {
        var text = string.Concat(Enumerable.Repeat("сообщили журналисты, ", 500_000)) + string.Concat(Enumerable.Repeat("a", 5_000_000));

        Assert.Equal("ru", LanguageIdentifier.Shared.Identify(text).Language);
    }
}
