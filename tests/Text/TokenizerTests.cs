namespace NewsPlatform.Text.Tests;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Президент подписал указ.", "Президент|подписал|указ|.")]
    [InlineData("п'ять об’єктів пʼять", "п'ять|об’єктів|пʼять")]
    [InlineData("Нью-Йорк, из-за Ту-154", "Нью-Йорк|,|из-за|Ту-154")]
    [InlineData("'quoted' dogs' -dash-", "'|quoted|'|dogs|'|-|dash|-")]
    [InlineData("курс 41,25 и 1.000.000 в 12:30", "курс|41,25|и|1.000.000|в|12|:|30")]
    [InlineData("5G и 20-летний 2-й", "5G|и|20-летний|2-й")]
    [InlineData("Цена 5, а не 6.", "Цена|5|,|а|не|6|.")]
    [InlineData("東京は", "東|京|は")]
    [InlineData("𐐀𐐁 😀", "𐐀𐐁|😀")]
    [InlineData("за\u0301мок со\u00ADюз", "за\u0301мок|со\u00ADюз")]
    [InlineData("«Ъ»…", "«|Ъ|»|…")]
    [InlineData("", "")]
    public void Cuts_words_numbers_and_punctuation(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Tokenizer.Tokenize(text).Select(token => token.In(text).ToString())));

    [Fact]
    public void Names_the_kind_of_each_token() =>
        Assert.Equal(
            [TokenKind.Word, TokenKind.Number, TokenKind.Word, TokenKind.Punctuation],
            Tokenizer.Tokenize("Рост 5,5 2022-го!").Select(token => token.Kind));

    [Fact]
    public void Leaves_out_control_characters_and_lone_surrogates() =>
        Assert.Equal([1, 4], Tokenizer.Tokenize("\0a\u0007\uD83Db").Select(token => token.Start));

    [Theory(Timeout = 60_000)]
    [InlineData("а")]
    [InlineData("1,")]
    [InlineData("a-'")]
    [InlineData("\u0001")]
    [InlineData("\uD83D")]
    [InlineData("\u0301")]
    [InlineData("«.")]
    public async Task Ends_on_megabytes_without_a_space(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 4_000_000 / unit.Length));

        var tokens = await Task.Run(() => Tokenizer.Tokenize(text));

        Assert.All(tokens, token => Assert.InRange(token.End, token.Start + 1, text.Length));
    }
}
