using System.Net;
using NewsPlatform.Ingestion.FetchSource;

namespace NewsPlatform.Ingestion.Tests.FetchSource;

public sealed class FreshnessTests
{
    [Theory]
    [InlineData("public, max-age=600", null, null, 600)]
    [InlineData("max-age=\"600\"", "500", null, 100)]
    [InlineData("max-age=600", "700", null, null)]
    [InlineData("max-age=600", null, "Fri, 20 Nov 2026 12:05:00 GMT", 600)]
    [InlineData(null, null, "Fri, 20 Nov 2026 12:05:00 GMT", 300)]
    [InlineData(null, null, "Fri, 20 Nov 2020 12:05:00 GMT", null)]
    [InlineData(null, null, "0", null)]
    [InlineData("no-cache, max-age=600", null, null, null)]
    [InlineData("no-store", null, "Fri, 20 Nov 2026 12:05:00 GMT", null)]
    [InlineData(null, null, null, null)]
    public void An_answer_is_good_for_as_long_as_its_headers_say(string? control, string? age, string? expires, int? seconds)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) };
        Add("Cache-Control", control);
        Add("Age", age);
        if (expires is not null)
            response.Content.Headers.TryAddWithoutValidation("Expires", expires);

        Assert.Equal(seconds, Freshness.Of(response, new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero))?.TotalSeconds);

        void Add(string name, string? value)
        {
            if (value is not null)
                response.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
