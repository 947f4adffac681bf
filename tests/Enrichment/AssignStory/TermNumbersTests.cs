using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

public sealed class TermNumbersTests
{
    [Theory, InlineData(1), InlineData(2)]
    public void Numbers_terms_as_they_come_whether_as_words_or_as_they_stand_in_a_log(int seed)
    {
        var random = new Random(seed);
        var numbers = new TermNumbers();
        var expected = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var article = 0; article < 300; article++)
        {
            string[] terms = [.. Enumerable.Range(0, random.Next(90)).Select(_ => Term(random))];
            foreach (var term in terms)
            {
                Assert.Equal(expected.TryGetValue(term, out var known), numbers.TryGetValue(term, out var number));
                Assert.Equal(expected.ContainsKey(term) ? known : -1, number);
                expected.TryAdd(term, expected.Count);
                if (article % 2 == 0)
                {
                    Assert.Equal(expected[term], numbers.GetOrAdd(term));
                }
                else
                {
                    Assert.Equal([expected[term]], Read(numbers, [term]));
                }
            }

            Assert.Equal(terms.Select(term => expected[term]), Read(numbers, terms));
        }

        Assert.Equal(expected.Count, numbers.Count);
    }

    [Fact]
    public void A_record_of_more_terms_and_longer_ones_than_any_article_has_is_numbered_too()
    {
        var numbers = new TermNumbers();
        string[] terms = [.. Enumerable.Range(0, 2_000).Select(i => $"{i} {new string('ы', i)}")];

        Assert.Equal(Enumerable.Range(0, 2_000), Read(numbers, terms));
        Assert.Equal(Enumerable.Range(0, 2_000), terms.Select(numbers.GetOrAdd));
    }

    private static int[] Read(TermNumbers numbers, string[] terms)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        foreach (var term in terms)
        {
            writer.Write(term);
        }

        var reader = new PackedReader(buffer.ToArray());
        var read = new int[terms.Length];
        numbers.GetOrAdd(ref reader, read);
        Assert.True(reader.IsAtEnd);
        return read;
    }

    private static string Term(Random random) => random.Next(4) switch
    {
        0 => "",
        1 => $"слов{random.Next(2_000)}",
        2 => random.Next(50).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => new string((char)('a' + random.Next(3)), random.Next(700)),
    };
}
