using System.Globalization;

namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle.Gold;

/// <summary>How much of invented ru/uk/en paragraphs is read as people read it: there is no public gold for this.</summary>
public sealed class SpeechAndSourcesTests(ITestOutputHelper output)
{
    [Fact]
    public void Reads_who_said_what_and_who_cites_whom_in_the_gold_paragraphs()
    {
        var (words, speakers, edges) = (new Tally(), new Tally(), new Tally());
        foreach (var paragraph in GoldParagraph.All)
        {
            var analysis = Analyzed.Text(paragraph.Text);
            words.Add(paragraph.Quotes.Select(quote => quote.Split(" | ")[0]), analysis.Quotes.Select(quote => quote.Text));
            Print(paragraph.Name, speakers.Add(paragraph.Quotes, analysis.Quotes.Select(quote => $"{quote.Text} | {quote.Speaker ?? "?"}")));
            Print(paragraph.Name, edges.Add(paragraph.Edges, analysis.Attribution.Select(edge => $"{edge.From} > {edge.To}")));
        }

        output.WriteLine($"{GoldParagraph.All.Count} paragraphs\nwords    {words}\nspeakers {speakers}\nedges    {edges}");
        Assert.True(words.F1 >= 0.98, $"Words of quotations: {words}");
        Assert.True(speakers.F1 >= 0.96, $"Words with their speakers: {speakers}");
        Assert.True(edges.F1 >= 0.98, $"Citations: {edges}");
    }

    [Fact]
    public void Tells_no_word_of_the_gold_paragraphs_in_two_quotations() =>
        Assert.All(GoldParagraph.All, paragraph =>
        {
            var quotes = Analyzed.Text(paragraph.Text).Quotes.OrderBy(quote => quote.Start).ToList();
            Assert.All(quotes.Skip(1).Select((quote, index) => (Earlier: quotes[index], Later: quote)), pair => Assert.True(pair.Later.Start >= pair.Earlier.End, pair.Later.Text));
        });

    private void Print(string name, IEnumerable<string> differences)
    {
        foreach (var difference in differences)
        {
            output.WriteLine($"{name}: {difference}");
        }
    }

    private sealed class Tally
    {
        private int _right;
        private int _wanted;
        private int _found;

        public double F1 => 2.0 * _right / (_wanted + _found);

        /// <summary>Counts one paragraph; what is missing and what is too much.</summary>
        public List<string> Add(IEnumerable<string> wanted, IEnumerable<string> found)
        {
            var (missing, extra) = (wanted.ToList(), new List<string>());
            _wanted += missing.Count;
            foreach (var one in found)
            {
                _found++;
                if (missing.Remove(one))
                {
                    _right++;
                }
                else
                {
                    extra.Add(one);
                }
            }

            return [.. missing.Select(one => "- " + one), .. extra.Select(one => "+ " + one)];
        }

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"precision {(double)_right / _found:F3} recall {(double)_right / _wanted:F3} F1 {F1:F3} ({_right} of {_wanted}, {_found} found)");
    }
}
