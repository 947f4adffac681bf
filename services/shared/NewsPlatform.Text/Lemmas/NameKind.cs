namespace NewsPlatform.Text.Lemmas;

/// <summary>What a name is of: that decides how it is declined.</summary>
[Flags]
public enum NameKind
{
    None = 0,
    Man = 1,
    Woman = 2,
    Body = 4,

    /// <summary>A name that is a plural: "Известия", "Новини затоки".</summary>
    Plural = 8,
}
