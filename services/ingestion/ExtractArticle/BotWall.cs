using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Recognises the pages that stand in front of an article: challenges, captchas, "access denied".</summary>
internal static partial class BotWall
{
    private const int MaxWallLetters = 1_500;

    /// <summary>True when the page is short and talks like a wall.</summary>
    public static bool IsWall(IDocument document, PageTree tree)
    {
        if (tree.Root.Letters > MaxWallLetters)
            return false;

        return WallTitle().IsMatch(PageText.Normalize(document.Title))
            || document.QuerySelector("form#challenge-form, #cf-wrapper, #cf-challenge-running, #challenge-running, .g-recaptcha, .h-captcha, iframe[src*='captcha'], script[src*='/cdn-cgi/challenge'], script[src*='captcha-delivery']") is not null
            || WallText().IsMatch(PageText.Normalize(document.Body?.TextContent));
    }

    [GeneratedRegex(@"^(just a moment|attention required|access denied|please wait|one moment|403 forbidden|are you (a )?(human|robot)|security check|checking your browser|pardon our interruption|ddos-guard|проверка браузера|доступ (ограничен|запрещ[её]н|заборонено)|перевірка браузера|вы не робот|ви не робот|robot check|verify you)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex WallTitle();

    [GeneratedRegex(@"(verify(ing)? (that )?you are (a )?human|checking (if the site connection is secure|your browser)|enable javascript and cookies to continue|are you a robot|unusual (traffic|activity) from your|подтвердите, что (вы|запросы)|підтвердьте, що ви|проверяем ваш браузер|complete the (captcha|security check)|press (&|and) hold to confirm)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex WallText();
}
