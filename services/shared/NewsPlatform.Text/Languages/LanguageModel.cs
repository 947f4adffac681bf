namespace NewsPlatform.Text.Languages;

/// <summary>The trained groups of languages, by script.</summary>
internal sealed class LanguageModel(IEnumerable<LanguageGroupData> groups)
{
    private readonly Dictionary<WritingSystem, LanguageGroup> _groups = groups.ToDictionary(group => group.System, group => group.ToGroup());

    /// <summary>Codes of the languages of all groups; one that is written in two scripts comes twice.</summary>
    public IEnumerable<string> Languages => _groups.Values.SelectMany(group => group.Languages);

    /// <summary>The group of a script; null when its languages are not told apart.</summary>
    public LanguageGroup? Find(WritingSystem system) => _groups.GetValueOrDefault(system);
}
