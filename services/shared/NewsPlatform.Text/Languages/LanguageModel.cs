namespace NewsPlatform.Text.Languages;

/// <summary>The trained groups of languages, by script.</summary>
internal sealed class LanguageModel(IEnumerable<LanguageGroupData> groups)
{
    private readonly Dictionary<WritingSystem, LanguageGroup> _groups = groups.ToDictionary(group => group.System, group => group.ToGroup());

    /// <summary>The group of a script; null when its languages are not told apart.</summary>
    public LanguageGroup? Find(WritingSystem system) => _groups.GetValueOrDefault(system);
}
