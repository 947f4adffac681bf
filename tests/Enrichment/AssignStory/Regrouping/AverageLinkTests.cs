using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.AssignStory.Regrouping;

namespace NewsPlatform.Enrichment.Tests.AssignStory.Regrouping;

public sealed class AverageLinkTests
{
    [Fact]
    public void Parts_two_events_that_one_article_joins_by_a_word_of_each()
    {
        var (similarity, smaller) = AverageLink.Weakest([Of(1, 2, 3, 4), Of(1, 2, 3, 5), Of(9, 10, 11, 12), Of(1, 2, 4, 5), Of(9, 10, 11, 13)]);

        Assert.Equal([2, 4], smaller);
        Assert.Equal(0, similarity, 3);
    }

    [Fact]
    public void Tells_the_mean_over_all_pairs_between_the_parts()
    {
        var (similarity, smaller) = AverageLink.Weakest([Of(1, 2, 3, 4), Of(1, 2, 3, 4), Of(1, 2, 8, 9)]);

        Assert.Equal([2], smaller);
        Assert.Equal(0.5, similarity, 3);
    }

    [Fact]
    public void Leaves_the_first_member_where_it_is_when_both_parts_are_as_large()
    {
        Assert.Equal([1, 3], AverageLink.Weakest([Of(1, 2), Of(5, 6), Of(1, 2), Of(5, 6)]).Smaller);
    }

    private static TermWeights Of(params int[] terms) => new(terms, [.. terms.Select(_ => (int)(StoryVector.Unit / Math.Sqrt(terms.Length)))]);
}
