using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.ListQuotes;

/// <summary>What somebody said in an article.</summary>
/// <param name="Text">The words, without their quotation marks.</param>
/// <param name="Speaker">As the article calls the one who is quoted, in normal form.</param>
/// <param name="SpeakerId">Of the entity; null when no list has it.</param>
/// <param name="SpeakerKind">One of <see cref="SourceKinds"/>; null when the analysis did not tell.</param>
/// <param name="Direct">False for reported speech.</param>
/// <param name="Start">First code point of the words in the article's <c>text</c>.</param>
/// <param name="End">One past the last.</param>
/// <param name="Article">Where it stands.</param>
internal sealed record QuoteResource(string Text, string Speaker, string? SpeakerId, string? SpeakerKind, bool Direct, int Start, int End, StoryArticleResource Article)
{
    public static QuoteResource Of(PublishedArticle article, Quotation quote) =>
        new(quote.Text, quote.Speaker ?? "", quote.SpeakerId, quote.SpeakerKind, quote.Direct, quote.Start, quote.End, StoryArticleResource.Of(article));
}
