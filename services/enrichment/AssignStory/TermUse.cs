namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>
/// Where a term is used: in how many of the articles counted, and in which open stories, by their numbers in the language. A story that is gone only stops counting
/// here and is dropped when most of the list is such: finding it would cost as much as the list is long.
/// </summary>
internal struct TermUse
{
    private int[]? _centres;
    private int _listed;

    /// <summary>Articles counted that hold the term.</summary>
    public int Articles { get; set; }

    /// <summary>Open stories that hold it.</summary>
    public int Stories { get; private set; }

    /// <summary>Numbers of those stories, and of some that are gone.</summary>
    public readonly ReadOnlySpan<int> Centres => _centres.AsSpan(0, _listed);

    public void Enter(int centre, List<StoryCentre?> centres)
    {
        // Two take no more memory than one.
        _centres ??= new int[2];
        if (_listed == _centres.Length)
        {
            MakeRoom(centres);
        }

        _centres[_listed++] = centre;
        Stories++;
    }

    /// <summary>The story still counts, but no longer by this term.</summary>
    public void Leave(int centre, List<StoryCentre?> centres)
    {
        var at = Array.IndexOf(_centres!, centre, 0, _listed);
        _centres![at] = _centres[--_listed];
        Lose(centres);
    }

    /// <summary>One of the stories listed is gone.</summary>
    public void Lose(List<StoryCentre?> centres)
    {
        if (--Stories == 0)
        {
            (_centres, _listed) = (null, 0);
        }
        else if (Stories <= _centres!.Length / 4)
        {
            Tidy(_centres.Length / 2, centres);
        }
    }

    private void MakeRoom(List<StoryCentre?> centres)
    {
        if (Stories > _listed / 2)
        {
            Array.Resize(ref _centres, _listed + Math.Max(1, _listed / 2));
        }
        else
        {
            Tidy(_centres!.Length, centres);
        }
    }

    private void Tidy(int length, List<StoryCentre?> centres)
    {
        var kept = new int[Math.Max(length, Stories + 1)];
        var count = 0;
        foreach (var centre in Centres)
        {
            if (centres[centre] is not null)
            {
                kept[count++] = centre;
            }
        }

        (_centres, _listed) = (kept, count);
    }
}
