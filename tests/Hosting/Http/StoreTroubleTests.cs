using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace NewsPlatform.Hosting.Tests.Http;

public sealed class StoreTroubleTests
{
    /// <summary>Busy and full: a client that is told 500 would not try again.</summary>
    [Theory, InlineData(5), InlineData(13)]
    public async Task A_store_that_is_locked_or_full_is_answered_503_with_a_time_to_try_again(int code)
    {
        using var answer = await AskAsync(new SqliteException("database or disk is full", code));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        Assert.Contains("try again", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    /// <summary>SQLITE_CONSTRAINT: our own mistake, which trying again does not mend.</summary>
    [Fact]
    public async Task A_fault_of_the_program_stays_500()
    {
        using var answer = await AskAsync(new SqliteException("constraint failed", 19));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(Exception failure)
    {
        var builder = WebApplication.CreateBuilder();
        builder.UseDefaultPort(0);
        builder.AddServiceDefaults();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGet("/fails", IResult () => throw failure);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        return await client.GetAsync(new Uri("/fails", UriKind.Relative));
    }
}
