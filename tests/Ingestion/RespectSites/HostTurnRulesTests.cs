using NewsPlatform.Ingestion.RespectSites;

namespace NewsPlatform.Ingestion.Tests.RespectSites;

public sealed class HostTurnRulesTests
{
    private static readonly DateTimeOffset Now = AnArticle.SomeTime;
    private static readonly HostPolicy Policy = new(Concurrent: 2, Gap: TimeSpan.FromSeconds(4), Jitter: 0.5, Lease: TimeSpan.FromMinutes(5));
    private static readonly HostTurn Fresh = new() { Host = "post.example" };

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 6)]
    public void Between_two_fetches_lies_the_gap_and_as_much_more_as_chance_wants(double chance, double seconds)
    {
        var first = HostTurnRules.Take(Fresh, "a", Policy, Now, chance).Taken!;

        Assert.Equal((null, Now.AddSeconds(seconds)), HostTurnRules.Take(first, "b", Policy, Now.AddSeconds(seconds - 0.01), chance));
        Assert.NotNull(HostTurnRules.Take(first, "b", Policy, Now.AddSeconds(seconds), chance).Taken);
    }

    [Fact]
    public void Only_so_many_fetches_run_at_a_time_until_one_is_given_back_or_its_process_is_long_dead()
    {
        var full = HostTurnRules.Take(Taken(Fresh, "a", 0), "b", Policy, Now.AddSeconds(10), 0).Taken!;

        Assert.Equal((null, Now.AddSeconds(24)), HostTurnRules.Take(full, "c", Policy, Now.AddSeconds(20), 0));
        Assert.NotNull(HostTurnRules.Take(HostTurnRules.GiveBack(full, "a"), "c", Policy, Now.AddSeconds(20), 0).Taken);
        Assert.NotNull(HostTurnRules.Take(full, "c", Policy, Now.AddMinutes(5).AddSeconds(1), 0).Taken);
    }

    [Fact]
    public void A_further_request_of_what_runs_already_counts_as_the_same_fetch()
    {
        var full = HostTurnRules.Take(Taken(Fresh, "a", 0), "b", Policy, Now.AddSeconds(10), 0).Taken!;

        Assert.Equal(["b", "a"], HostTurnRules.Take(full, "a", Policy, Now.AddSeconds(20), 0).Taken!.Leases.Select(lease => lease.Id));
    }

    [Fact]
    public void A_host_that_asked_for_it_is_left_alone_for_the_longest_that_it_asked()
    {
        var resting = HostTurnRules.LeaveAlone(HostTurnRules.LeaveAlone(Fresh, Now.AddHours(2)), Now.AddHours(1));

        Assert.Equal((null, Now.AddHours(2)), HostTurnRules.Take(resting, "a", Policy, Now.AddHours(1), 0));
        Assert.Null(HostTurnRules.Take(resting, "a", Policy, Now.AddHours(2), 0).Taken!.LeftAloneUntil);
    }

    private static HostTurn Taken(HostTurn turn, string lease, double chance) => HostTurnRules.Take(turn, lease, Policy, Now, chance).Taken!;

    [Fact]
    public void Where_nothing_is_to_be_given_back_the_row_stays_the_very_same()
    {
        var busy = Fresh with { Leases = [new HostLease("a", AnArticle.SomeTime)] };

        Assert.Same(busy, HostTurnRules.GiveBack(busy, "b"));
        Assert.Empty(HostTurnRules.GiveBack(busy, "a").Leases);
    }
}
