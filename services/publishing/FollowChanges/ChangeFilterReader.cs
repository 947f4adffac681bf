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
        var types = ListOf(parameters, "types");
        if (types.FirstOrDefault(type => !ChangeTypes.All.Contains(type, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            parameters.Fail($"types names '{(unknown.Length <= 60 ? unknown : unknown[..60] + "…")}': give one or more of {string.Join(", ", ChangeTypes.All)}, parted by commas.");
        }

        return new ChangeFilter
        {
            Types = ChangeFilter.Set(types),
            Languages = ChangeFilter.Set(ListOf(parameters, "language")),
            Sources = ChangeFilter.Set(ListOf(parameters, "source")),
            Sections = ChangeFilter.Set(ListOf(parameters, "section")),
            Entities = ChangeFilter.Set(ListOf(parameters, "entity")),
            Stories = ChangeFilter.Set(ListOf(parameters, "story")),
        };
    }

    private static string[] ListOf(QueryParameters parameters, string name)
    {
        var values = parameters.Text(name, MaximumLength)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (values.Length > MaximumValues)
        {
            parameters.Fail($"{name} names {values.Length} values: give at most {MaximumValues}.");
        }

        return values;
    }
}
