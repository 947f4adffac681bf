namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Decides between mentions that claim the same words: a place inside an organisation's name stays, two readings of one span do not.</summary>
internal static class MentionConflicts
{
    /// <summary>The mentions that stand, in the order of the text.</summary>
    public static List<Mention> Resolve(IEnumerable<Mention> mentions)
    {
        var kept = new List<Mention>();
        foreach (var mention in mentions.OrderBy(mention => mention.First).ThenByDescending(mention => mention.Last).ThenBy(Rank))
        {
            // Sorted by their beginning, only mentions that reach this far can conflict; names are short, so few do.
            var rival = kept.FindLastIndex(other => other.Last >= mention.First || other.First < mention.First - 20);
            if (rival < 0 || kept[rival].Last < mention.First || Nests(kept[rival], mention))
            {
                kept.Add(mention);
            }
        }

        return kept;
    }

    private static bool Nests(Mention outer, Mention inner)
    {
        if (inner.Last > outer.Last || (inner.First == outer.First && inner.Last == outer.Last))
        {
            return false;
        }

        return outer.Type == EntityTypes.Organisation
            ? inner.Type != EntityTypes.Organisation || inner.Name is not null
            : outer.Type == EntityTypes.Place && inner.Type != EntityTypes.Organisation && inner.First > outer.First;
    }

    private static int Rank(Mention mention) => (mention.Name is null, mention.Type) switch
    {
        (_, EntityTypes.Person) => 0,
        (false, _) => 1,
        (true, EntityTypes.Organisation) => 2,
        _ => 3,
    };
}
