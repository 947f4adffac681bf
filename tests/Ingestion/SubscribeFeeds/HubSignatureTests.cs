using System.Text;
using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.Tests.SubscribeFeeds;

public sealed class HubSignatureTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("what do ya want for nothing?");

    // RFC 2202 and RFC 4231, second case: key "Jefe".
    [Theory]
    [InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("SHA256=5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843")]
    [InlineData("sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649")]
    [InlineData("sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")]
    public void Believes_the_signature_of_who_knows_the_secret(string signature)
    {
        Assert.True(HubSignature.IsRight(signature, "Jefe", Body));
        Assert.False(HubSignature.IsRight(signature, "Jeff", Body));
        Assert.False(HubSignature.IsRight(signature, "Jefe", [.. Body, 0]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha1")]
    [InlineData("sha1=")]
    [InlineData("sha256=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [InlineData("sha1=zzfcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [InlineData("md5=750c783e6ab0b503eaa86e310a5db738")]
    [InlineData("=")]
    public void Believes_nothing_else(string? signature) => Assert.False(HubSignature.IsRight(signature, "Jefe", Body));
}
