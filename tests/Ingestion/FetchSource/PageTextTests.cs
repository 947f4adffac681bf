using System.Text;
using NewsPlatform.Ingestion.DecodeText;
using NewsPlatform.Ingestion.FetchSource;

namespace NewsPlatform.Ingestion.Tests.FetchSource;

public sealed class PageTextTests
{
    private const string Text = "Рыбаки вернулись в порт, дорогу открыли утром";

    [Theory]
    [InlineData("windows-1251", "<meta charset=\"windows-1251\">", null)]
    [InlineData("windows-1251", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", "text/html")]
    [InlineData("koi8-r", "", "text/html; charset=KOI8-R")]
    [InlineData("utf-8", "<meta charset=\"windows-1251\">", null)]
    [InlineData("utf-8", "", "text/html; charset=windows-1251")]
    [InlineData("windows-1251", "<meta charset=\"utf-8\">", null)]
    [InlineData("windows-1251", "", null)]
    [InlineData("utf-8", "", null)]
    public void Reads_cyrillic_whatever_was_declared(string written, string declaration, string? contentType)
    {
        var page = $"<html><head>{declaration}<title>x</title></head><body><p>{Text}</p></body></html>";

        Assert.Contains(Text, PageText.Decode(Charsets.Find(written)!.GetBytes(page), contentType), StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_no_byte_order_mark_in_the_text()
    {
        Assert.Equal("<p>x</p>", PageText.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("<p>x</p>")], contentType: null));
    }
}
