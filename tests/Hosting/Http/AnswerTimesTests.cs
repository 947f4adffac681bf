using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Testing;

namespace NewsPlatform.Hosting.Tests.Http;

public sealed class AnswerTimesTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Noon);
    private readonly ServiceProvider _services;

    public AnswerTimesTests() =>
        _services = new ServiceCollection().AddMetrics().AddSingleton<TimeProvider>(_clock).AddSingleton<AnswerTimes>().AddLogging().BuildServiceProvider();

    [Fact]
    public async Task What_stays_keeps_its_time_and_what_changes_gets_a_later_one()
    {
        var first = await AskAsync("one");
        _clock.Advance(TimeSpan.FromMinutes(5));
        var again = await AskAsync("one");
        var changed = await AskAsync("two");

        Assert.Equal((Noon, Noon, Noon.AddMinutes(5)), (first.LastModified, again.LastModified, changed.LastModified));
    }

    [Fact]
    public async Task A_copy_is_good_until_something_else_stands_there_even_if_that_is_less_than_before()
    {
        var list = await AskAsync("a, b");
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(StatusCodes.Status304NotModified, (await AskAsync("a, b", since: list.LastModified)).Status);
        Assert.Equal(StatusCodes.Status200OK, (await AskAsync("a", since: list.LastModified)).Status);
    }

    [Fact]
    public async Task Two_contents_of_one_second_are_not_told_apart_by_their_time()
    {
        var first = await AskAsync("one");
        var second = await AskAsync("two");

        Assert.Equal((Noon, null), (first.LastModified, second.LastModified));
        Assert.Equal(StatusCodes.Status200OK, (await AskAsync("two", since: first.LastModified)).Status);
    }

    [Fact]
    public async Task The_tag_counts_before_the_time()
    {
        var held = await AskAsync("one");

        Assert.Equal(StatusCodes.Status200OK, (await AskAsync("one", since: held.LastModified, tag: "W/\"other\"")).Status);
        Assert.Equal(StatusCodes.Status304NotModified, (await AskAsync("one", tag: held.Tag)).Status);
    }

    public void Dispose() => _services.Dispose();

    private async Task<(int Status, DateTimeOffset? LastModified, string? Tag)> AskAsync(string content, DateTimeOffset? since = null, string? tag = null)
    {
        var context = new DefaultHttpContext { RequestServices = _services };
        (context.Request.Method, context.Request.Path) = ("GET", "/api/v1/articles");
        context.Request.GetTypedHeaders().IfModifiedSince = since;
        if (tag is not null)
        {
            context.Request.Headers.IfNoneMatch = tag;
        }

        await TaggedContent.Text(content, "text/plain").ExecuteAsync(context);
        return (context.Response.StatusCode, context.Response.GetTypedHeaders().LastModified, context.Response.Headers.ETag);
    }
}
