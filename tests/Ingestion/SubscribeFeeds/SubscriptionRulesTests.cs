using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.Tests.SubscribeFeeds;

public sealed class SubscriptionRulesTests
{
    private static readonly DateTimeOffset Now = AnArticle.SomeTime;
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);
    private static readonly Subscription Wanted = ASubscription.Of("post") with { AskAt = Now };
    private static readonly Subscription Active = Wanted.Asked(Now).Confirmed(TimeSpan.FromDays(10), Now);

    [Fact]
    public void A_lease_is_renewed_after_three_quarters_and_lasts_while_the_renewal_fails()
    {
        Assert.Equal(Now.AddDays(7.5), Active.DueAt);

        var failing = Active.Failed("busy", retryAfter: null, Now.AddDays(9.99));
        Assert.True(failing.Carries(Now.AddDays(9.999)));
        Assert.Equal(failing.LeaseEndsAt, failing.Failed("busy", TimeSpan.FromHours(5), Now.AddDays(9.99)).DueAt);

        var lapsed = failing.Settle(Now.AddDays(10));
        Assert.Equal((SubscriptionState.Requested, (DateTimeOffset?)null), (lapsed.State, lapsed.ActiveSince));
        Assert.False(lapsed.Carries(Now.AddDays(10)));
    }

    [Fact]
    public void A_hub_that_does_not_take_the_request_is_asked_ever_less_often()
    {
        var pauses = new List<double>();
        var row = Wanted;
        for (var attempt = 0; attempt < 12; attempt++)
        {
            row = row.Failed("status 500", retryAfter: null, Now);
            pauses.Add((row.DueAt - Now).TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 720, 720], pauses);
        Assert.Equal(Now.AddHours(3), Wanted.Failed("busy", TimeSpan.FromHours(3), Now).DueAt);
        Assert.Equal(Now.AddMinutes(1), Wanted.Failed("busy", TimeSpan.FromDays(3), Now).DueAt);
    }

    [Fact]
    public void A_hub_that_never_comes_back_for_a_request_has_failed()
    {
        var asked = Wanted.Asked(Now);

        Assert.Equal(asked, asked.Settle(Now.AddMinutes(9)));
        var failed = asked.Settle(Now.AddMinutes(10));
        Assert.Equal((1, Now.AddMinutes(11)), (failed.Failures, failed.DueAt));
        Assert.Contains("did not come back", failed.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_poll_found_and_the_hub_does_not_deliver_in_time_ends_the_trust_in_it()
    {
        var owing = Active.Polled(["a", "b"], Now.AddHours(1), Grace, Now.AddHours(2));

        Assert.True(owing.Settle(owing.DueAt.AddTicks(-1)).Carries(Now.AddHours(2)));
        Assert.True(owing.Delivered(["a", "b", "c"], isAhead: true, Now.AddHours(2)).Settle(Now.AddHours(3)).Carries(Now.AddHours(3)));

        var silent = owing.Delivered(["a"], isAhead: false, Now.AddHours(2)).Settle(Now.AddHours(3));
        Assert.False(silent.Carries(Now.AddHours(3)));
        Assert.Equal("silent", SubscriptionRules.WordOf(silent));
        Assert.Contains("1 item(s)", silent.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_out_before_the_hub_confirmed_or_was_left_to_the_poll_is_not_owed()
    {
        Assert.Empty(Active.Polled(["a"], Now.AddHours(-1), Grace, Now.AddHours(2)).Owed);
        Assert.Empty(Active.Deferred(Now.AddHours(1.5)).Polled(["a"], Now.AddHours(1), Grace, Now.AddHours(2)).Owed);
        Assert.Empty(Wanted.Polled(["a"], Now.AddHours(1), Grace, Now.AddHours(2)).Owed);
        Assert.Equal(["a"], Active.Deferred(Now.AddHours(0.5)).Polled(["a"], Now.AddHours(1), Grace, Now.AddHours(2)).Owed);
    }

    [Fact]
    public void A_silent_hub_is_trusted_again_after_three_deliveries_in_a_row_ahead_of_the_polls()
    {
        var silent = Active.Polled(["a"], Now.AddHours(1), Grace, Now.AddHours(2)).Settle(Now.AddHours(3));
        var twice = silent.Delivered(["b"], isAhead: true, Now.AddHours(4)).Delivered(["c"], isAhead: true, Now.AddHours(5));

        Assert.False(twice.Carries(Now.AddHours(5)));
        Assert.True(twice.Delivered(["d"], isAhead: true, Now.AddHours(6)).Carries(Now.AddHours(6)));
        Assert.Null(twice.Delivered(["d"], isAhead: true, Now.AddHours(6)).LastError);

        var missedAgain = twice.Polled(["x"], Now.AddHours(5), Grace, Now.AddHours(6));
        Assert.False(missedAgain.Delivered(["d"], isAhead: true, Now.AddHours(7)).Carries(Now.AddHours(7)));
    }

    [Fact]
    public void Deliveries_are_counted_by_the_minute()
    {
        var two = Active.Admit(2, Now)!.Admit(2, Now.AddSeconds(59))!;

        Assert.Null(two.Admit(2, Now.AddSeconds(59.9)));
        Assert.Equal(1, two.Admit(2, Now.AddSeconds(60))!.DeliveriesInMinute);
    }

    [Fact]
    public void A_lease_of_a_wild_length_is_bounded()
    {
        Assert.Equal(Now.AddMinutes(1), Wanted.Confirmed(TimeSpan.FromSeconds(1), Now).LeaseEndsAt);
        Assert.Equal(Now.AddDays(365), Wanted.Confirmed(TimeSpan.FromSeconds(int.MaxValue), Now).LeaseEndsAt);
    }
}

/// <summary>An invented subscription.</summary>
internal static class ASubscription
{
    public static Subscription Of(string sourceId, string? id = null) => new()
    {
        Id = id ?? $"of-{sourceId}",
        SourceId = sourceId,
        Hub = new Uri("https://hub.example/"),
        Topic = "https://post.example/feed",
        Callback = new Uri("https://news.example/websub/1"),
        Secret = "a secret",
        AskAt = AnArticle.SomeTime,
    };
}
