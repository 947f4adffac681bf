using System.Text.Json;

namespace NewsPlatform.Newsctl.Tests.Offline;

/// <summary>A whole page as it is copied from a site, with the list of other articles below: every field that the platform reads off it.</summary>
public sealed class GoldenPageTests : IAsyncLifetime
{
    private readonly NewsctlCall _newsctl = new();
    private JsonElement _page;

    public async ValueTask InitializeAsync()
    {
        _newsctl.Clock.Now = new DateTimeOffset(2022, 1, 19, 10, 0, 0, TimeSpan.Zero);
        _page = (await _newsctl.SucceedsAsync("analyze", Path.Combine(AppContext.BaseDirectory, "Offline", "golden-page.txt"), "--json")).Json;
    }

    public ValueTask DisposeAsync()
    {
        _newsctl.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void The_text_is_the_article_and_nothing_of_the_list_below_it()
    {
        var text = _page.GetProperty("text").GetString()!;

        Assert.StartsWith("Госсекретарь США Ричард Блинхэм", text, StringComparison.Ordinal);
        Assert.EndsWith("чужие сети в Эгейском море.", text.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(("ru", true), (_page.GetProperty("language").GetString(), _page.GetProperty("languageConfidence").GetDouble() > 0.5));
    }

    [Fact]
    public void Each_name_has_its_type_and_normal_form_and_each_person_a_role()
    {
        Assert.Equal(
            [
                "LOC Анкара", "LOC США", "LOC Турция", "LOC Эгейское море", "ORG Госдепартамент", "ORG Евросоюз", "ORG Коммерсант", "ORG МИД Турции", "ORG НАТО",
                "PER Кемаль Айдын", "PER Ларс Йоргенсен", "PER Ричард Блинхэм",
            ],
            Items("entities").Select(mention => $"{Text(mention, "type")} {Text(mention, "name")}").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Кемаль Айдын: замглавы МИД Турции", "Ларс Йоргенсен: генеральный секретарь НАТО", "Ричард Блинхэм: госсекретарь США"],
            Items("entities").Where(mention => Text(mention, "type") == "PER").Select(mention => $"{Text(mention, "name")}: {Text(mention, "role")}").Distinct().Order(StringComparer.Ordinal));
        Assert.All(Items("entities"), mention => Assert.Equal(Text(mention, "text"), Slice(mention)));
    }

    [Fact]
    public void Each_quotation_is_told_once_with_who_said_it()
    {
        Assert.Equal(
            [
                "сайт Госдепа | перебрали варианты общего письма",
                "сайт Госдепа | посланцы США и Евросоюза согласны ещё раз принять турецкую делегацию",
                "Госдепартамент | США и ЕС хотят говорить с Турцией дальше и держатся договора, от которого выиграют оба берега. Вместе мы просим Анкару увести траулеры из спорной бухты до конца недели",
                "Ларс Йоргенсен | союз назвал Турции три новых срока",
                "Ларс Йоргенсен | день она выберет позже",
                "Кемаль Айдын | Анкара не видит повода для новых совещаний",
                "Кемаль Айдын | без ответа на вопрос о проливах",
            ],
            Items("quotes").Select(quote => $"{Text(quote, "speaker") ?? "?"} | {Text(quote, "text")}"));
        Assert.All(Items("quotes"), quote => Assert.Equal(Text(quote, "text"), Slice(quote)));
    }

    [Fact]
    public void The_chain_leads_from_the_page_to_the_first_source_with_its_evidence()
    {
        Assert.Equal(
            ["article > Коммерсант (medium > medium)", "Коммерсант > сайт Госдепа (medium > document)"],
            Items("attribution").Select(edge => $"{Text(edge, "from")} > {Text(edge, "to")} ({Text(edge, "fromKind")} > {Text(edge, "toKind")})"));
        Assert.All(Items("attribution"), edge =>
        {
            Assert.Equal("О беседе пишет \"Коммерсант\" со ссылкой на сайт Госдепа.", Text(edge, "evidence"));
            Assert.Equal(Text(edge, "evidence"), Slice(edge.GetProperty("evidenceSpan")));
        });
    }

    [Fact]
    public void Section_subjects_key_phrases_dates_and_summary_are_those_of_the_article()
    {
        Assert.Equal("general", Text(_page, "section"));
        Assert.Equal("politics and government", Text(Items("topics")[0], "name"));
        Assert.Equal(["Турция", "США"], Strings("keywords").Take(2));
        Assert.All(["Турция", "США", "Госдепартамент", "лов тунца"], phrase => Assert.Contains(phrase, Strings("keyPhrases")));
        Assert.Equal(["12 января 2022-01-12 2022-01-12", "Накануне 2022-01-18 2022-01-18"], Items("dates").Select(date => $"{Text(date, "text")} {Text(date, "from")} {Text(date, "to")}"));
        Assert.InRange(Strings("summary").Count, 2, 3);
        Assert.Equal("Госсекретарь США Ричард Блинхэм встретился с генеральным секретарём НАТО Ларсом Йоргенсеном.", Strings("summary")[0]);
        Assert.All(Strings("summary"), sentence => Assert.Contains(sentence, Text(_page, "text"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_reads_the_same_on_the_screen()
    {
        var screen = (await _newsctl.SucceedsAsync("analyze", Path.Combine(AppContext.BaseDirectory, "Offline", "golden-page.txt"))).Output;

        Assert.All(["США и ЕС согласны", "politics and government", "12 января = 2022-01-12", "document", "Кемаль Айдын"], part => Assert.Contains(part, screen, StringComparison.Ordinal));
        Assert.All(["Статьи", "Верфи", "Брандт", "Маяк"], part => Assert.DoesNotContain(part, screen, StringComparison.Ordinal));
    }

    private List<JsonElement> Items(string name) => [.. _page.GetProperty(name).EnumerateArray()];

    private List<string> Strings(string name) => [.. Items(name).Select(item => item.GetString()!)];

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private string Slice(JsonElement span)
    {
        var runes = Text(_page, "text")!.EnumerateRunes().ToList();
        return string.Concat(runes[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()].Select(rune => rune.ToString()));
    }
}
