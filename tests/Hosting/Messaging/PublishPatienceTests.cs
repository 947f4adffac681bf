using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Hosting.Tests.Messaging;

public sealed class PublishPatienceTests
{
    private readonly TaskCompletionSource _publish = new();

    [Fact]
    public async Task A_publish_that_the_broker_never_confirms_fails_in_the_end()
    {
        var silent = await Assert.ThrowsAsync<TimeoutException>(() => _publish.Task.InTimeAsync(TimeSpan.FromMilliseconds(1)));

        Assert.Contains("did not confirm", silent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publish_that_is_confirmed_or_fails_ends_as_it_does()
    {
        var confirmed = _publish.Task.InTimeAsync();
        _publish.SetResult();
        await confirmed;

        var refused = Task.FromException(new InvalidOperationException("no queue takes it")).InTimeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
    }
}
