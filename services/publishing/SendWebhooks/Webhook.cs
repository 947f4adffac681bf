using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.SendWebhooks;

/// <summary>What a webhook is, beside its address.</summary>
internal sealed record Webhook
{
    /// <summary>For people.</summary>
    public string? Description { get; init; }

    public required WebhookFilter Filter { get; init; }

    /// <summary>The first signs for ever; the others, of before a rotation, for a time.</summary>
    public required IReadOnlyList<WebhookSecret> Secrets { get; init; }
}

/// <summary>Which changes are sent: the filters of <c>/api/v1/changes</c>, each a list of which one must hold; null or empty = all.</summary>
/// <param name="Types">Kinds of change.</param>
/// <param name="Language">ISO 639-1 codes.</param>
/// <param name="Source">Ids of sources.</param>
/// <param name="Section">Publishers' sections or categories.</param>
/// <param name="Entity">Names of persons, organisations or places in their normal form.</param>
/// <param name="Story">Ids of stories.</param>
internal sealed record WebhookFilter(
    IReadOnlyList<string>? Types = null,
    IReadOnlyList<string>? Language = null,
    IReadOnlyList<string>? Source = null,
    IReadOnlyList<string>? Section = null,
    IReadOnlyList<string>? Entity = null,
    IReadOnlyList<string>? Story = null)
{
    private const int MaximumValues = 50;
    private const int MaximumLength = 200;

    /// <summary>The first thing that is wrong, as a sentence; null when all is well.</summary>
    public string? Problem()
    {
        (string Name, IReadOnlyList<string>? Values)[] all = [("types", Types), ("language", Language), ("source", Source), ("section", Section), ("entity", Entity), ("story", Story)];
        foreach (var (name, values) in all.Where(one => one.Values is not null))
        {
            if (values!.Count > MaximumValues)
            {
                return $"filter.{name} names {values.Count} values: give at most {MaximumValues}.";
            }

            if (values.Any(value => string.IsNullOrWhiteSpace(value) || value.Length > MaximumLength))
            {
                return $"filter.{name} holds a value that is empty or longer than {MaximumLength} characters.";
            }
        }

        return Types?.FirstOrDefault(type => !ChangeTypes.All.Contains(type, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? $"filter.types names '{(unknown.Length <= 60 ? unknown : unknown[..60] + "…")}': give some of {string.Join(", ", ChangeTypes.All)}."
            : null;
    }

    public ChangeFilter ToChangeFilter() => new()
    {
        Types = ChangeFilter.Set(Types ?? []),
        Languages = ChangeFilter.Set(Language ?? []),
        Sources = ChangeFilter.Set(Source ?? []),
        Sections = ChangeFilter.Set(Section ?? []),
        Entities = ChangeFilter.Set(Entity ?? []),
        Stories = ChangeFilter.Set(Story ?? []),
    };
}
