using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting;
using NewsPlatform.Ingestion.FetchSource;

namespace NewsPlatform.Ingestion.Tests.FetchSource;

public sealed class FetchingRegistrationTests
{
    [Fact]
    public void Reads_the_allowed_networks_from_a_text_or_an_array()
    {
        Assert.Equal("10.0.0.0/8;::1", Options(("Fetching:AllowedNetworks", "10.0.0.0/8;::1")).AllowedNetworks);
        Assert.Equal("10.0.0.0/8;::1", Options(("Fetching:AllowedNetworks:0", "10.0.0.0/8"), ("Fetching:AllowedNetworks:1", "::1")).AllowedNetworks);
    }

    [Theory]
    [InlineData("Fetching:AllowedNetworks", "10.0.0.0/99")]
    [InlineData("Fetching:AllowedNetworks", "intranet")]
    [InlineData("Fetching:MaxRedirects", "-1")]
    [InlineData("Fetching:TotalSeconds", "0")]
    [InlineData("Fetching:UserAgent", "x")]
    public void Stops_the_start_with_the_key_and_the_value_of_a_wrong_setting(string key, string value)
    {
        var wrong = Assert.Throws<ConfigurationException>(() => Options((key, value)));

        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(value, wrong.Message, StringComparison.Ordinal);
    }

    private static FetchingOptions Options(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddFetching();
        using var host = builder.Build();
        Assert.NotNull(host.Services.GetRequiredService<PageFetcher>());
        return host.Services.GetRequiredService<IOptions<FetchingOptions>>().Value;
    }
}
