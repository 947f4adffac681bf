namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>The members of one story in one language, added up term by term. Whole numbers: taking a member out is exact.</summary>
internal sealed class StoryCentre(string storyId, int number)
{
    // Most stories have one member: its own weights serve as the sums.
    private TermWeights? _only;
    private Dictionary<int, long>? _sums;

    public string StoryId { get; } = storyId;

    /// <summary>Its own in its language, never given out again.</summary>
    public int Number { get; } = number;

    public int Members { get; private set; }

    public IEnumerable<int> Terms => _only is not null ? _only.Terms : _sums?.Keys ?? Enumerable.Empty<int>();

    public bool Holds(int term) => _only is not null ? _only.Holds(term) : _sums is not null && _sums.ContainsKey(term);

    public long SumOf(int term) => _only?.WeightOf(term) ?? (_sums is null ? 0 : _sums.GetValueOrDefault(term));

    public void Add(TermWeights member)
    {
        if (Members++ == 0)
        {
            _only = member;
            return;
        }

        if (_only is not null)
        {
            _sums = new Dictionary<int, long>(_only.Terms.Length + member.Terms.Length);
            AddUp(_only, sign: 1);
            _only = null;
        }

        AddUp(member, sign: 1);
    }

    public void Remove(TermWeights member)
    {
        if (--Members == 0)
        {
            (_only, _sums) = (null, null);
            return;
        }

        AddUp(member, sign: -1);
    }

    private void AddUp(TermWeights member, int sign)
    {
        for (var i = 0; i < member.Terms.Length; i++)
        {
            var sum = _sums!.GetValueOrDefault(member.Terms[i]) + ((long)sign * member.Weights[i]);
            if (sum == 0)
            {
                _sums!.Remove(member.Terms[i]);
            }
            else
            {
                _sums![member.Terms[i]] = sum;
            }
        }
    }
}
