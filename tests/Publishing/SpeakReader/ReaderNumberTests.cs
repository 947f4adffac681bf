using NewsPlatform.Publishing.SpeakReader;

namespace NewsPlatform.Publishing.Tests.SpeakReader;

public sealed class ReaderNumberTests
{
    [Theory]
    [InlineData("tag:google.com,2005:reader/item/00000000148b9369", 344691561L)]
    [InlineData("344691561", 344691561L)]
    [InlineData("00000000148b9369", 344691561L)]
    [InlineData("4711223344556677", 0x4711223344556677L)]
    [InlineData("tag:google.com,2005:reader/item/7fffffffffffffff", long.MaxValue)]
    [InlineData("tag:google.com,2005:reader/item/ffffffffffffffff", null)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("tag:google.com,2005:reader/item/", null)]
    [InlineData("anything", null)]
    public void Reads_every_form_of_an_id_that_apps_send(string id, long? number) => Assert.Equal(number, ReaderNumber.Read(id));

    [Fact]
    public void A_number_and_the_one_after_it_never_have_the_length_of_sixteen_digits() =>
        Assert.All(Enumerable.Range(0, 20_000), i => Assert.NotInRange(ReaderNumber.Wish($"article-{i}"), 0, 9_999_999_999_999_999));

    [Fact]
    public void Writes_the_long_form_with_sixteen_digits() => Assert.Equal("tag:google.com,2005:reader/item/00000000148b9369", ReaderNumber.Long(344691561));
}
