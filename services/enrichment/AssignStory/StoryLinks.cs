using System.Runtime.InteropServices;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>By what the members of open stories are found: their terms under their story, by language, and their texts.</summary>
/// <param name="countedArticles">Newest articles of a language by which it is told how common a term is.</param>
internal sealed class StoryLinks(int countedArticles)
{
    /// <summary>The language under which names and figures of all languages meet.</summary>
    public const string AnyLanguage = "*";

    private readonly Dictionary<string, LanguageIndex> _languages = new(StringComparer.Ordinal);

    public IReadOnlyCollection<KeyValuePair<string, LanguageIndex>> Languages => _languages;

    public NearDuplicateIndex Duplicates { get; } = new();

    /// <summary>True while the heads of a long log are replayed: members are made findable once at its end, most of them never.</summary>
    public bool ArePutOff { get; private set; }

    public LanguageIndex Language(string language)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_languages, language, out _);
        return index ??= new LanguageIndex(BackgroundTerms.Of(language), countedArticles);
    }

    public void Add(ArticleState article)
    {
        if (!ArePutOff && article is { Vector: { } vector, StoryId: { } story })
        {
            Language(article.Language).Add(story, vector);
            if (article.CrossLanguage is { } names)
            {
                Language(AnyLanguage).Add(story, names);
            }

            Duplicates.Add(article.ArticleId, article.Fingerprint);
        }
    }

    public void Remove(ArticleState article)
    {
        if (!ArePutOff && article is { Vector: { } vector, StoryId: { } story })
        {
            Language(article.Language).Remove(story, vector);
            if (article.CrossLanguage is { } names)
            {
                Language(AnyLanguage).Remove(story, names);
            }

            Duplicates.Remove(article.ArticleId);
        }
    }

    /// <summary>Removes a story with all of its members at once.</summary>
    public void Remove(string storyId, IReadOnlyList<ArticleState> members)
    {
        if (ArePutOff)
        {
            return;
        }

        Language(AnyLanguage).Drop(storyId);
        foreach (var member in members.Where(member => member.Vector is not null))
        {
            Language(member.Language).Drop(storyId);
            Duplicates.Remove(member.ArticleId);
        }
    }

    /// <summary>From here on nothing is added or removed until <see cref="MakeUpFor"/>.</summary>
    public void PutOff() => ArePutOff = true;

    /// <summary>Adds what was put off.</summary>
    /// <param name="stories">The members of each open story in their order; an <see cref="InvalidOperationException"/> tells of one that was not supplied with what it is compared by.</param>
    public void MakeUpFor(IReadOnlyList<List<ArticleState>> stories)
    {
        ArePutOff = false;
        if (stories.SelectMany(members => members).FirstOrDefault(article => article is { TermsAt: > 0, Vector: null }) is { } missing)
        {
            throw new InvalidOperationException($"What article {missing.ArticleId} is compared by is missing: supply it before the replay is ended.");
        }

        // Neither looks at the other.
        Parallel.Invoke(
            () =>
            {
                foreach (var members in stories)
                {
                    AddTerms(members);
                }
            },
            () => AddTexts(stories));
    }

    private static bool IsFound(ArticleState article) => article is { Vector: not null, StoryId: not null };

    // All members at once: what they add up to is made in one piece.
    private void AddTerms(List<ArticleState> members)
    {
        foreach (var inLanguage in members.Where(IsFound).GroupBy(member => member.Language, StringComparer.Ordinal))
        {
            Language(inLanguage.Key).Add(members[0].StoryId!, [.. inLanguage.Select(member => member.Vector!)]);
        }

        var names = members.Where(IsFound).Select(member => member.CrossLanguage).OfType<TermWeights>().ToList();
        if (names.Count > 0)
        {
            Language(AnyLanguage).Add(members[0].StoryId!, names);
        }
    }

    // Stable: articles that one entry moved together keep their order in the story.
    private void AddTexts(IReadOnlyList<List<ArticleState>> stories)
    {
        var found = stories.SelectMany(members => members).Where(IsFound).OrderBy(article => article.Position).ToList();
        Duplicates.MakeRoom(found.Count);
        found.ForEach(article => Duplicates.Add(article.ArticleId, article.Fingerprint));
    }
}
