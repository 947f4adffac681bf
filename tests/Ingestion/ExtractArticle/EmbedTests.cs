using System.Text;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

/// <summary>Videos and posts that a page embeds: who shows them, where people open them, and what is left to read.</summary>
public sealed class EmbedTests
{
    private const string First = "Паром между двумя берегами снова ходит с понедельника, сообщил порт, после года ремонта и двух отсрочек.";
    private const string Second = "Мэр, который обещал паром ещё весной, на первый рейс не пришёл, зато пришли все рыбаки левого берега.";
    private const string Third = "Билет будет стоить вдвое дороже прежнего, и ждать его придётся у новой кассы на правом берегу.";

    [Theory]
    [InlineData("https://www.youtube.com/embed/aB3dE5fG7hI?autoplay=1", "youtube", "https://www.youtube.com/watch?v=aB3dE5fG7hI")]
    [InlineData("http://www.youtube-nocookie.com/embed/aB3dE5fG7hI", "youtube", "https://www.youtube.com/watch?v=aB3dE5fG7hI")]
    [InlineData("https://youtu.be/aB3dE5fG7hI?si=x", "youtube", "https://www.youtube.com/watch?v=aB3dE5fG7hI")]
    [InlineData("https://www.youtube.com/embed/videoseries?list=PL0123456789", "youtube", "https://www.youtube.com/playlist?list=PL0123456789")]
    [InlineData("https://player.vimeo.com/video/12345?h=1", "vimeo", "https://vimeo.com/12345")]
    [InlineData("https://t.me/ferry_news/68?embed=1", "telegram", "https://t.me/ferry_news/68")]
    [InlineData("https://twitter.com/ferry/status/1234567890?ref_src=twsrc", "x", "https://x.com/ferry/status/1234567890")]
    [InlineData("https://platform.twitter.com/embed/Tweet.html?dnt=false&id=1234567890", "x", "https://x.com/i/status/1234567890")]
    [InlineData("https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fferry%2Fposts%2F42&width=500", "facebook", "https://www.facebook.com/ferry/posts/42")]
    [InlineData("https://www.instagram.com/reel/Cabc-123/embed/", "instagram", "https://www.instagram.com/reel/Cabc-123/")]
    [InlineData("https://www.tiktok.com/@ferry.crew/video/7300000000000000000", "tiktok", "https://www.tiktok.com/@ferry.crew/video/7300000000000000000")]
    [InlineData("https://vk.com/video_ext.php?oid=-123&id=456&hash=7", "vk", "https://vk.com/video-123_456")]
    [InlineData("https://rutube.ru/play/embed/0a1b2c/", "rutube", "https://rutube.ru/video/0a1b2c/")]
    [InlineData("https://social.example/@ferry/109876543210987654/embed", "mastodon", "https://social.example/@ferry/109876543210987654")]
    public void Every_form_of_an_address_leads_to_the_one_for_people(string address, string provider, string url) =>
        Assert.Equal(new EmbedAddress(provider, url), EmbedProviders.Find(address));

    [Theory]
    [InlineData("https://youtube.com.evil.example/embed/aB3dE5fG7hI")]
    [InlineData("https://notyoutube.com/embed/aB3dE5fG7hI")]
    [InlineData("https://user@www.youtube.com/embed/aB3dE5fG7hI")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fevil.example%2Fposts%2F42")]
    [InlineData("https://www.youtube.com/")]
    public void An_address_that_only_looks_like_one_is_of_nobody(string address) => Assert.Null(EmbedProviders.Find(address));

    [Theory]
    [InlineData("<iframe data-src='//www.youtube.com/embed/aB3dE5fG7hI' title='Паром'></iframe>", "youtube", "https://www.youtube.com/watch?v=aB3dE5fG7hI", "Паром")]
    [InlineData("<script async src='https://telegram.org/js/telegram-widget.js?22' data-telegram-post='ferry_news/68'></script>", "telegram", "https://t.me/ferry_news/68", "")]
    [InlineData("<div class='fb-post' data-href='https://www.facebook.com/ferry/posts/42'></div>", "facebook", "https://www.facebook.com/ferry/posts/42", "")]
    [InlineData("<lite-youtube videoid='aB3dE5fG7hI'></lite-youtube>", "youtube", "https://www.youtube.com/watch?v=aB3dE5fG7hI", "")]
    [InlineData("<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/p/Cabc-123/?utm=1'><p>Паром снова с нами</p></blockquote>", "instagram", "https://www.instagram.com/p/Cabc-123/", "Паром снова с нами")]
    [InlineData("<blockquote class='tiktok-embed' cite='https://www.tiktok.com/@ferry/video/7300000000000000000'><a href='https://www.tiktok.com/@ferry'>@ferry</a> Плывём <a href='https://www.tiktok.com/music/x-1'>песня</a></blockquote>", "tiktok", "https://www.tiktok.com/@ferry/video/7300000000000000000", "@ferry Плывём песня")]
    public void What_only_a_script_would_draw_is_an_embed_with_its_words(string markup, string provider, string url, string text)
    {
        var embed = Assert.Single(Extract($"<p>{First}</p>{markup}<p>{Second}</p><p>{Third}</p>").Body, block => block.Type == BlockTypes.Embed);

        Assert.Equal((provider, url, text), (embed.Provider, embed.Url, embed.Text));
    }

    [Theory]
    [InlineData("https://ad.doubleclick.net/frame")]
    [InlineData("https://www.google.com/recaptcha/api2/anchor")]
    [InlineData("http://video.example/1")]
    public void Frames_of_advertisers_and_forms_are_no_part_of_the_article(string address) =>
        Assert.DoesNotContain(Extract($"<p>{First}</p><iframe src='{address}'></iframe><p>{Second}</p><p>{Third}</p>").Body, block => block.Type == BlockTypes.Embed);

    [Fact]
    public void The_same_video_in_two_forms_is_there_once() =>
        Assert.Single(Extract($"<p>{First}</p><iframe src='https://www.youtube.com/embed/aB3dE5fG7hI'></iframe><p>{Second}</p><lite-youtube videoid='aB3dE5fG7hI'></lite-youtube><p>{Third}</p>").Body, block => block.Type == BlockTypes.Embed);

    [Fact]
    public void A_post_that_the_text_repeats_in_full_stays_in_the_text_only()
    {
        var body = Extract($"<p>{First}</p><p>«{Second}»</p><blockquote class='twitter-tweet'><p>{Second}</p>— Анна Пирс (@pirs) <a href='https://twitter.com/pirs/status/1234567890'>19 ноября</a></blockquote><p>{Third}</p>").Body;

        var embed = Assert.Single(body, block => block.Type == BlockTypes.Embed);
        Assert.Equal(("Анна Пирс (@pirs) 19 ноября", "https://x.com/pirs/status/1234567890"), (embed.Text, embed.Url));
        Assert.Single(body, block => block.Text.Contains(Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<blockquote class='twitter-tweet'><p>Плывём!</p>— Порт <a href='https://twitter.com/port/status/1234567890'>19 ноября</a></blockquote>", "x")]
    [InlineData("<iframe src='https://www.youtube.com/embed/aB3dE5fG7hI'></iframe>", "youtube")]
    [InlineData("<div class='wrap'><figure><iframe src='https://www.youtube.com/embed/aB3dE5fG7hI'></iframe></figure></div>", "youtube")]
    [InlineData("<script async src='https://telegram.org/js/telegram-widget.js?22' data-telegram-post='ferry_news/68'></script>", "telegram")]
    public void What_ends_the_article_below_its_last_words_stays(string markup, string provider)
    {
        Assert.Equal(provider, Extract($"<p>{First}</p><p>{Second}</p><p>{Third}</p>{markup}").Body[^1].Provider);
        Assert.Equal(provider, Extract($"<div><p>{First}</p></div><div><p>{Second}</p></div><div><p>{Third}</p></div><div>{markup}</div>").Body[^1].Provider);
    }

    [Fact]
    public void A_picture_below_the_last_words_stays_when_it_has_a_caption_and_leads_nowhere_else()
    {
        const string Figure = "<figure><img src='/quay.jpg'><figcaption>Первый рейс</figcaption></figure>";

        Assert.Equal("Первый рейс", Extract($"<p>{First}</p><p>{Second}</p><p>{Third}</p>{Figure}").Body[^1].Text);
        Assert.Equal(BlockTypes.Paragraph, Extract($"<p>{First}</p><p>{Second}</p><p>{Third}</p><a href='/other'>{Figure}</a>").Body[^1].Type);
        Assert.Equal(BlockTypes.Paragraph, Extract($"<p>{First}</p><p>{Second}</p><p>{Third}</p><figure><img src='/quay.jpg'></figure>").Body[^1].Type);
    }

    [Theory]
    [InlineData("<iframe src='https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fquay.example%2Fnews%2Fferry'></iframe>")]
    [InlineData("<iframe src='https://player.quay.example/latest'></iframe>")]
    [InlineData("<div class='related-video'><iframe src='https://www.youtube.com/embed/aB3dE5fG7hI'></iframe></div>")]
    [InlineData("<div class='social-share'><iframe src='https://www.youtube.com/embed/aB3dE5fG7hI'></iframe></div>")]
    [InlineData("<h3>Смотрите также</h3><iframe src='https://www.youtube.com/embed/aB3dE5fG7hI'></iframe>")]
    [InlineData("<p>Подписывайтесь на наш канал</p><iframe src='https://www.youtube.com/embed/aB3dE5fG7hI'></iframe>")]
    [InlineData("<iframe src='https://youtu.be/aB3dE5fG7h1'></iframe><iframe src='https://youtu.be/aB3dE5fG7h2'></iframe><iframe src='https://youtu.be/aB3dE5fG7h3'></iframe><iframe src='https://youtu.be/aB3dE5fG7h4'></iframe>")]
    public void What_stands_below_the_article_for_its_own_sake_does_not_come_in(string markup) =>
        Assert.DoesNotContain(Extract($"<p>{First}</p><p>{Second}</p><p>{Third}</p>{markup}").Body, block => block.Type == BlockTypes.Embed);

    [Fact]
    public void A_video_outside_of_the_text_s_box_is_not_the_article_s() =>
        Assert.DoesNotContain(
            Extract($"<div class='text'><p>{First}</p><p>{Second}</p><p>{Third}</p></div><div><iframe src='https://www.youtube.com/embed/aB3dE5fG7hI'></iframe></div>").Body,
            block => block.Type == BlockTypes.Embed);

    [Fact]
    public void A_pushed_embed_is_named_too()
    {
        var pushed = JsonArticleReader.Read(Encoding.UTF8.GetBytes("""{"title":"Ferry","body":["The ferry between the two banks sails again.",{"type":"embed","url":"https://youtu.be/aB3dE5fG7hI","text":"First crossing"}]}""")).Article;

        Assert.Equal(("youtube", "https://www.youtube.com/watch?v=aB3dE5fG7hI", "First crossing"), (pushed.Body[1].Provider, pushed.Body[1].Url, pushed.Body[1].Text));
    }

    private static ExtractedArticle Extract(string body) => ArticleExtractor.Extract(
        $"<html lang='ru'><head><title>Паром вернулся</title></head><body><article><h1>Паром вернулся</h1><div class='story'>{body}</div></article></body></html>",
        new Uri("https://quay.example/news/ferry"));
}
