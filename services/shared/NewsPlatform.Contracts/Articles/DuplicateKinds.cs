namespace NewsPlatform.Contracts.Articles;

/// <summary>How a text repeats an earlier one (<see cref="ArticleEnriched.DuplicateKind"/>).</summary>
public static class DuplicateKinds
{
    /// <summary>Word for word.</summary>
    public const string Exact = "exact";

    /// <summary>At least nine tenths of it stand in the earlier text.</summary>
    public const string Reprint = "reprint";

    /// <summary>The earlier text goes on: by the same source, or with at least nine tenths of it kept.</summary>
    public const string Update = "update";

    /// <summary>Another source's wording of much of it.</summary>
    public const string Rewrite = "rewrite";
}
