using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Hosting.Tests.Storage;

/// <summary>What every engine does for the small facts of a service.</summary>
public abstract class ServiceFactsContract
{
    [Fact]
    public async Task Tells_the_next_process_what_was_written_last_under_a_name_and_nothing_under_another()
    {
        var facts = await OpenAsync();
        var before = await facts.TryReadAsync("index", default);

        await facts.WriteAsync("index", "1 «a»", default);
        await facts.WriteAsync("index", "2", default);
        await facts.WriteAsync("restore", "{}", default);

        Assert.Null(before);
        var reopened = await OpenAsync();
        Assert.Equal(("2", "{}", null), (await reopened.TryReadAsync("index", default), await reopened.TryReadAsync("restore", default), await reopened.TryReadAsync("unknown", default)));
    }

    /// <summary>Opens the same database again and again.</summary>
    protected abstract Task<IServiceFacts> OpenAsync();
}
