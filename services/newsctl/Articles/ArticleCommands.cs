using System.CommandLine;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Articles;

/// <summary><c>newsctl articles …</c>.</summary>
internal static class ArticleCommands
{
    public static Command Create(CommandFactory factory) => CommandFactory.Group(
        "articles",
        "Articles of the platform: find, read, push, withdraw, follow.",
        ListArticles.Create(factory),
        ShowArticle.Create(factory),
        PushArticle.Create(factory),
        WithdrawArticle.Create(factory),
        TailArticles.Create(factory));
}
