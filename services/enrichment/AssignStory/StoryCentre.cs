namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>The members of one story in one language, added up term by term. Whole numbers: taking a member out is exact.</summary>
internal sealed class StoryCentre(string storyId)
{
    // Most stories have one member: its own weights serve as the sums.
    private TermWeights? _only;
    private int[] _terms = [];
    private long[] _sums = [];

    public string StoryId { get; } = storyId;

    public int Members { get; private set; }

    /// <summary>The question that <see cref="Promise"/> was added up for.</summary>
    public long Question { get; set; }

    public long Promise { get; set; }

    public bool Holds(int term) => Array.BinarySearch(_only?.Terms ?? _terms, term) >= 0;

    public long SumOf(int term)
    {
        if (_only is not null)
        {
            return _only.WeightOf(term);
        }

        var at = Array.BinarySearch(_terms, term);
        return at < 0 ? 0 : _sums[at];
    }

    public void Add(TermWeights member)
    {
        if (Members++ == 0)
        {
            _only = member;
            return;
        }

        Spread();
        Merge(member, sign: 1);
    }

    public void Remove(TermWeights member)
    {
        if (--Members == 0)
        {
            (_only, _terms, _sums) = (null, [], []);
            return;
        }

        Merge(member, sign: -1);
    }

    private void Spread()
    {
        if (_only is not null)
        {
            (_terms, _sums, _only) = (_only.Terms, Array.ConvertAll(_only.Weights, weight => (long)weight), null);
        }
    }

    // Both are in ascending order of terms.
    private void Merge(TermWeights member, int sign)
    {
        var terms = new List<int>(_terms.Length + member.Terms.Length);
        var sums = new List<long>(terms.Capacity);
        int ours = 0, theirs = 0;
        while (ours < _terms.Length || theirs < member.Terms.Length)
        {
            var term = Math.Min(ours < _terms.Length ? _terms[ours] : int.MaxValue, theirs < member.Terms.Length ? member.Terms[theirs] : int.MaxValue);
            long sum = 0;
            if (ours < _terms.Length && _terms[ours] == term)
            {
                sum = _sums[ours++];
            }

            if (theirs < member.Terms.Length && member.Terms[theirs] == term)
            {
                sum += (long)sign * member.Weights[theirs++];
            }

            if (sum != 0)
            {
                terms.Add(term);
                sums.Add(sum);
            }
        }

        (_terms, _sums) = ([.. terms], [.. sums]);
    }
}
