using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>Reads the filters of the change log, each a list of values parted by commas.</summary>
internal static class ChangeFilterReader
{
    private const int MaximumValues = 50;
    private const int MaximumLength = 2_000;

    /// <summary>The parameters, as the API's description names them.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["types", "languages language", "sources source", "sections section", "entities entity", "stories story"];

    /// <summary>The filter; not to be used when <see cref="QueryParameters.Problem"/> is set afterwards.</summary>
    public static ChangeFilter Read(QueryParameters parameters)
    {
        var types = parameters.List("types", MaximumValues, MaximumLength);
        if (types.FirstOrDefault(type => !ChangeTypes.All.Contains(type, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            parameters.Fail($"types names '{QueryParameters.Shown(unknown)}': give one or more of {string.Join(", ", ChangeTypes.All)}, parted by commas.");
        }

        return new ChangeFilter
        {
            Types = ChangeFilter.Set(types),
            Languages = ChangeFilter.Set(parameters.List("language", MaximumValues, MaximumLength)),
            Sources = ChangeFilter.Set(parameters.List("source", MaximumValues, MaximumLength)),
            Sections = ChangeFilter.Set(parameters.List("section", MaximumValues, MaximumLength)),
            Entities = ChangeFilter.Set(parameters.List("entity", MaximumValues, MaximumLength)),
            Stories = ChangeFilter.Set(parameters.List("story", MaximumValues, MaximumLength)),
        };
    }
}
