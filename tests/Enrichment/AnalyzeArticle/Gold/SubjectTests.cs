using System.Globalization;

namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle.Gold;

/// <summary>How many invented ru/uk/en leads get the subject and the section that a reader gives them: there is no public gold for this.</summary>
public sealed class SubjectTests(ITestOutputHelper output)
{
    private const double Goal = 0.8;

    [Fact]
    public void Puts_invented_leads_under_the_subjects_and_sections_that_readers_give_them()
    {
        var leads = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "AnalyzeArticle", "Gold", "subjects.txt")).Where(line => !line.StartsWith('#')).Select(line => line.Split('|')).ToList();
        var (subjects, sections) = (0, 0);
        foreach (var lead in leads)
        {
            var analysis = Analyzed.Text(lead[2]);
            var (subject, section) = (analysis.Topics.Select(topic => topic.Id["medtop:".Length..]).FirstOrDefault(), analysis.Section);
            subjects += subject == lead[0] ? 1 : 0;
            sections += section == lead[1] ? 1 : 0;
            if (subject != lead[0] || section != lead[1])
            {
                output.WriteLine($"{lead[0]} {lead[1]}, got {subject} {section}: {lead[2]}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{leads.Count} leads: subject {(double)subjects / leads.Count:F3}, section {(double)sections / leads.Count:F3}"));
        Assert.True(subjects >= Goal * leads.Count, $"{subjects} subjects of {leads.Count}");
        Assert.True(sections >= Goal * leads.Count, $"{sections} sections of {leads.Count}");
    }
}
