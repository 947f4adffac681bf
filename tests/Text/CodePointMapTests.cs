namespace NewsPlatform.Text.Tests;

public sealed class CodePointMapTests
{
    [Fact]
    public void Leaves_positions_alone_in_a_text_without_surrogates()
    {
        var map = new CodePointMap("Київ");

        Assert.Equal(4, map.CodePointCount);
        Assert.All([0, 1, 4], position => Assert.Equal(position, map.ToCodePoint(map.ToUtf16(position))));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    [InlineData(6, 4)]
    public void Counts_a_surrogate_pair_as_one(int utf16, int codePoint)
    {
        var map = new CodePointMap("a😀😀b");

        Assert.Equal(codePoint, map.ToCodePoint(utf16));
        Assert.Equal(utf16, map.ToUtf16(codePoint));
    }

    [Fact]
    public void Gives_the_second_half_of_a_pair_to_its_first() => Assert.Equal(1, new CodePointMap("a😀b").ToCodePoint(2));

    [Fact]
    public void Counts_a_lone_surrogate_as_one()
    {
        var map = new CodePointMap("a\uD83Db\uDE00c");

        Assert.Equal(5, map.CodePointCount);
        Assert.Equal(4, map.ToCodePoint(4));
    }

    [Fact]
    public void Refuses_positions_outside_the_text()
    {
        var map = new CodePointMap("a😀");

        Assert.Throws<ArgumentOutOfRangeException>(() => map.ToCodePoint(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.ToUtf16(3));
    }
}
