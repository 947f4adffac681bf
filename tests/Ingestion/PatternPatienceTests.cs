using System.Reflection;
using System.Text.RegularExpressions;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.Tests;

public sealed class PatternPatienceTests
{
    private const BindingFlags Anything = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_pattern_of_the_service_has_the_same_patience()
    {
        var patterns = typeof(PatternPatience).Assembly.GetTypes().SelectMany(type => type.GetMethods(Anything))
            .Select(method => (Name: $"{method.DeclaringType!.Name}.{method.Name}", Pattern: method.GetCustomAttribute<GeneratedRegexAttribute>())).Where(found => found.Pattern is not null).ToList();

        Assert.NotEmpty(patterns);
        Assert.Equal([], patterns.Where(found => found.Pattern!.MatchTimeoutMilliseconds != PatternPatience.Milliseconds).Select(found => found.Name));
    }

    [Fact]
    public void A_page_that_outlasts_it_is_read_again_later()
    {
        var unreadable = Assert.Throws<UnreadableArticleException>(() => PatternPatience.Within(Endless, UnreadableArticleException.OutOfPatience));

        Assert.True(unreadable.IsForNow);
        Assert.Contains("tried again later", unreadable.Message, StringComparison.Ordinal);
        Assert.Equal(FailureWeight.Passing, PollFailures.Unreadable(unreadable, retryAfter: null).Weight);
    }

    [Fact]
    public void A_feed_that_outlasts_it_is_no_fault_of_its_source()
    {
        var unreadable = Assert.Throws<UnreadableFeedException>(() => PatternPatience.Within(Endless, UnreadableFeedException.OutOfPatience));

        Assert.Equal(FailureWeight.Passing, PollFailures.Unreadable(unreadable, retryAfter: null).Weight);
        Assert.Equal(FailureWeight.Hard, PollFailures.Unreadable(new UnreadableFeedException("no feed"), retryAfter: null).Weight);
    }

    // The text book's pattern that tries every way of parting the letters.
    private static bool Endless() => new Regex(@"^(\w+\s?)*$", RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(5)).IsMatch(new string('a', 60) + "!");
}
