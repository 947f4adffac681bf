namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>
/// Where a term is used: in how many articles ever, and in which open stories. A story that is gone only stops counting here and is dropped when
/// half of the list is such: finding it would cost as much as the list is long.
/// </summary>
internal struct TermUse
{
    private StoryCentre[]? _centres;
    private int _listed;

    /// <summary>Articles that ever held the term.</summary>
    public int Articles { get; set; }

    /// <summary>Open stories that hold it.</summary>
    public int Stories { get; private set; }

    /// <summary>Those stories, and some that are <see cref="StoryCentre.Gone"/>.</summary>
    public readonly ReadOnlySpan<StoryCentre> Centres => _centres.AsSpan(0, _listed);

    public void Enter(StoryCentre centre)
    {
        _centres ??= new StoryCentre[1];
        if (_listed == _centres.Length)
        {
            Tidy();
        }

        _centres[_listed++] = centre;
        Stories++;
    }

    /// <summary>The story still counts, but no longer by this term.</summary>
    public void Leave(StoryCentre centre)
    {
        var at = Array.IndexOf(_centres!, centre, 0, _listed);
        _centres![at] = _centres[--_listed];
        _centres[_listed] = null!;
        Lose();
    }

    /// <summary>One of the stories listed is gone.</summary>
    public void Lose()
    {
        if (--Stories == 0)
        {
            (_centres, _listed) = (null, 0);
        }
        else if (Stories <= _centres!.Length / 4)
        {
            Tidy();
        }
    }

    // Room for half as many again, whether more or less than before.
    private void Tidy()
    {
        var kept = new StoryCentre[Stories + Math.Max(1, Stories / 2)];
        var count = 0;
        foreach (var centre in Centres)
        {
            if (!centre.Gone)
            {
                kept[count++] = centre;
            }
        }

        (_centres, _listed) = (kept, count);
    }
}
