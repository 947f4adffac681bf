using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DispatchArticles;

namespace NewsPlatform.Ingestion.Tests.DispatchArticles;

public sealed class DispatchWindowTests
{
    private readonly DispatchWindow _window = new(new DispatchOptions { Window = 3, OvertakenSeconds = 100, QuietSeconds = 10, MaxQuietSeconds = 30 });

    [Fact]
    public void Holds_back_when_the_window_is_full_and_takes_more_after_an_answer()
    {
        foreach (var id in new[] { "a", "b", "c" })
            _window.Send(id, 1, Seconds(0));

        var whenFull = _window.Free;
        var older = _window.Answer("a", 0, Seconds(1));
        var answered = _window.Answer("a", 2, Seconds(1));

        Assert.Equal((0, false, true, 1), (whenFull, older, answered, _window.Free));
    }

    [Fact]
    public void Sends_no_more_bytes_than_the_window_takes_and_a_larger_article_alone()
    {
        var window = new DispatchWindow(new DispatchOptions { Window = 10, WindowBytes = 1_000 });
        Article Sized(string id, int bytes) => AnArticle.Row(id) with { ContentBytes = bytes };

        Assert.Equal(["huge"], window.Fitting([Sized("huge", 5_000), Sized("a", 400)]).Select(article => article.Id));
        window.Send("a", 1, Seconds(0), 400);
        Assert.Equal(["b"], window.Fitting([Sized("b", 600), Sized("c", 1)]).Select(article => article.Id));
        Assert.Empty(window.Fitting([Sized("huge", 5_000)]));
        window.Answer("a", 1, Seconds(1));
        Assert.Equal(["b", "c"], window.Fitting([Sized("b", 600), Sized("c", 1)]).Select(article => article.Id));
    }

    [Fact]
    public void Accuses_nobody_while_answers_come_in_any_order_close_to_each_other()
    {
        _window.Send("a", 1, Seconds(0));
        _window.Send("b", 1, Seconds(99));

        _window.Answer("b", 1, Seconds(500));

        Assert.Empty(_window.Overtaken(10));
    }

    [Fact]
    public void An_article_is_overtaken_when_one_that_was_sent_much_later_is_answered()
    {
        _window.Send("a", 1, Seconds(0));
        _window.Send("b", 1, Seconds(100));

        _window.Answer("b", 1, Seconds(101));

        Assert.Equal(["a"], _window.Overtaken(10));
    }

    [Fact]
    public void The_answer_to_a_resent_article_counts_as_one_to_its_first_copy()
    {
        _window.Send("a", 1, Seconds(0));
        _window.Send("b", 1, Seconds(1));
        _window.Send("a", 1, Seconds(200));

        _window.Answer("a", 1, Seconds(201));

        Assert.Empty(_window.Overtaken(10));
    }

    [Fact]
    public void Waits_twice_as_long_after_each_silence_until_an_answer_comes()
    {
        _window.Send("a", 1, Seconds(0));
        _window.Send("b", 1, Seconds(0));

        var first = (_window.Unanswered(Seconds(9)).Count, _window.Unanswered(Seconds(10)).Count);
        var second = (_window.Unanswered(Seconds(29)).Count, _window.Unanswered(Seconds(30)).Count);
        var longest = (_window.Unanswered(Seconds(59)).Count, _window.Unanswered(Seconds(60)).Count);
        _window.Answer("a", 1, Seconds(61));
        var afterAnswer = (_window.Unanswered(Seconds(70)).Count, _window.Unanswered(Seconds(71)).Count);

        Assert.Equal(((0, 2), (0, 2), (0, 2), (0, 1)), (first, second, longest, afterAnswer));
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
