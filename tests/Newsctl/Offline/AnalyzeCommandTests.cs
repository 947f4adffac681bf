using System.Text.Json;

namespace NewsPlatform.Newsctl.Tests.Offline;

public sealed class AnalyzeCommandTests
{
    private const string Text = "🎉🎉 Праздник.\n\n\n\nМэр города Анна Орлова заявила: «Мост через реку откроют в декабре, как и обещали жителям». Об этом сообщает газета «Лазоревский курьер» со ссылкой на мэрию.";

    [Fact]
    public async Task Counts_offsets_in_code_points_of_the_text_as_it_was_given()
    {
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync(JsonSerializer.Serialize(new { id = 7, title = "Мост откроют", text = Text }), ["analyze", "--jsonl"]);

        Assert.Equal((0, ""), (result.Code, result.Error));
        var written = Assert.Single(result.JsonLines);
        Assert.Equal(7, written.GetProperty("id").GetInt32());
        Assert.Equal("ru", written.GetProperty("language").GetString());
        var mentions = written.GetProperty("entities").EnumerateArray().ToList();
        Assert.Contains(mentions, mention => mention.GetProperty("text").GetString() == "Анна Орлова");
        Assert.All(mentions, mention => Assert.Equal(mention.GetProperty("text").GetString(), Slice(mention)));
        var quote = written.GetProperty("quotes").EnumerateArray().First();
        Assert.Equal(quote.GetProperty("text").GetString(), Slice(quote));
        Assert.All(["attribution", "keywords"], name => Assert.Equal(JsonValueKind.Array, written.GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task Shows_language_names_quotes_and_attribution_of_a_file()
    {
        using var newsctl = new NewsctlCall();
        newsctl.Write("note.txt", "Мост откроют\n\n" + Text[11..]);

        var result = await newsctl.RunAsync("analyze", "note.txt");

        Assert.Equal(0, result.Code);
        Assert.All(["ru", "Анна Орлова", "PER", "Мост через реку откроют", "keywords"], text => Assert.Contains(text, result.Output));
    }

    [Fact]
    public async Task Shows_people_what_its_json_tells_machines()
    {
        using var newsctl = new NewsctlCall();
        newsctl.Write("note.txt", "Мост откроют\n\nМэр Анна Орлова заявила: «Мост через реку откроют 5 декабря». Об этом сообщает Reuters со ссылкой на мэрию.");

        var result = await newsctl.RunAsync("analyze", "note.txt");

        var shown = string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, result.Code);
        Assert.All(["person", "direct", "medium", "body", "(0-61)", "terms", "мост 2.39", "medtop:"], text => Assert.Contains(text, shown));
    }

    [Fact]
    public async Task Takes_an_empty_text_and_refuses_a_missing_one()
    {
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("{\"id\":\"a\",\"text\":\"\"}\n{\"id\":\"b\"}\n", ["analyze", "--jsonl"]);

        Assert.Equal(1, result.Code);
        Assert.Equal("und", result.JsonLines[0].GetProperty("language").GetString());
        Assert.Equal("b", result.JsonLines[1].GetProperty("id").GetString());
        Assert.Contains("\"text\"", result.JsonLines[1].GetProperty("error").GetString());
    }

    private static string Slice(JsonElement span)
    {
        var runes = Text.EnumerateRunes().ToList();
        var (start, end) = (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
        return string.Concat(runes[start..end].Select(rune => rune.ToString()));
    }
}
