using System.Net;
using NewsPlatform.Hosting.Outbound;

namespace NewsPlatform.Ingestion.Tests.FetchSource;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:4136:e378::1")]
    public void Refuses_every_address_that_is_not_public(string address)
    {
        Assert.False(new AddressRules([]).Allows(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void Allows_public_addresses(string address)
    {
        Assert.True(new AddressRules([]).Allows(IPAddress.Parse(address)));
    }

    [Fact]
    public void Allows_just_the_networks_that_the_configuration_names()
    {
        var rules = new AddressRules(NetworkList.TryParse("10.1.0.7/16; ::1", out _)!);

        Assert.True(rules.Allows(IPAddress.Parse("10.1.200.3")));
        Assert.True(rules.Allows(IPAddress.Parse("::ffff:10.1.0.9")));
        Assert.True(rules.Allows(IPAddress.IPv6Loopback));
        Assert.False(rules.Allows(IPAddress.Parse("10.2.0.1")));
        Assert.False(rules.Allows(IPAddress.Loopback));
    }
}
