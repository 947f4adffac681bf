using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle;
using NewsPlatform.Enrichment.AnalyzeArticle.Gazetteers;

namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("Делегация Украины вчера уехала домой.", "Q212")]
    [InlineData("Делегація України вчора поїхала додому.", "Q212")]
    [InlineData("The delegation left Ukraine on Monday.", "Q212")]
    public void Gives_a_known_place_one_id_in_every_language(string text, string id) =>
        Assert.Contains(Analyzed.Text(text).Entities, entity => entity.Id == id);

    [Fact]
    public void Joins_two_names_of_one_body_and_tells_the_other_name()
    {
        var body = Assert.Single(Analyzed.Text("Заявление сделал Госдепартамент. Позже Госдеп уточнил детали встречи.").Entities, entity => entity.Type == "ORG");

        Assert.Equal(("Q789915", 2), (body.Id, body.Mentions.Count));
        Assert.Single(body.Aliases);
    }

    [Fact]
    public void Finds_a_users_name_in_its_case_forms_with_the_users_id()
    {
        var analysis = Analyze("Об этом рассказали в Ластове.\nПраздник устроил Ластов.", "Ластов | | LOC | our-17 | ru");

        var place = Assert.Single(analysis.Entities);
        Assert.Equal(("Ластов", "LOC", "our-17", 2), (place.Name, place.Type, place.Id, place.Mentions.Count));
    }

    [Theory]
    [InlineData("Ластов | LOC | our-17 | ru", "line 2: 4 columns instead of 5")]
    [InlineData("Ластов | | TOWN | our-17 | ru", "line 2: the type 'TOWN' is none of PER, ORG, LOC")]
    [InlineData("Ластов | | LOC | | ru", "line 2: the id is empty")]
    [InlineData("Ластов | | LOC | our-17 | xx", "line 2: the language 'xx'")]
    public void Says_which_line_of_a_users_file_is_wrong(string line, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => Gazetteer.With(["# names", line])).Message, StringComparison.Ordinal);

    [Fact]
    public void Reads_a_changed_file_again_and_keeps_the_earlier_one_when_it_is_wrong()
    {
        var path = Path.GetTempFileName();
        try
        {
            Write(path, "Ластов | | LOC | our-17 | ru", minute: 1);
            var file = new GazetteerFile(Options.Create(new GazetteerOptions { GazetteerPath = path }), NullLogger<GazetteerFile>.Instance);
            Assert.Equal("our-17", file.Current.Find("LOC", "Ластов")?.Id);

            Write(path, "Ластов | | LOC | our-18 | ru", minute: 2);
            Assert.Equal("our-18", file.Current.Find("LOC", "Ластов")?.Id);

            Write(path, "Ластов", minute: 3);
            Assert.Equal("our-18", file.Current.Find("LOC", "Ластов")?.Id);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Refuses_to_start_on_a_file_that_is_not_there() =>
        Assert.Contains("Enrichment:GazetteerPath", new GazetteerCheck().Validate(null, new GazetteerOptions { GazetteerPath = "/no/such/names.txt" }).FailureMessage, StringComparison.Ordinal);

    private static void Write(string path, string line, int minute)
    {
        File.WriteAllText(path, line);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 11, 20, 10, minute, 0, DateTimeKind.Utc));
    }

    private static ArticleAnalysis Analyze(string text, params string[] lines)
    {
        var gazetteer = Gazetteer.With(lines);
        return new ArticleAnalyzer(() => gazetteer).Analyze(Analyzed.Article("", text));
    }
}
