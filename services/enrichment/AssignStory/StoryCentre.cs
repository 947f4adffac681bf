using System.Runtime.InteropServices;

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

    /// <summary>Adds a member; gives those of its terms that no member before it held.</summary>
    /// <param name="member">The member.</param>
    /// <param name="entered">Room for the answer.</param>
    public ReadOnlySpan<int> Add(TermWeights member, List<int> entered)
    {
        if (Members++ == 0)
        {
            _only = member;
            return member.Terms;
        }

        if (_only is not null)
        {
            _sums = new Dictionary<int, long>(_only.Terms.Length + member.Terms.Length);
            AddUp(_only, entered);
            _only = null;
        }

        entered.Clear();
        AddUp(member, entered);
        return CollectionsMarshal.AsSpan(entered);
    }

    /// <summary>The same with all members at once, of one that has none.</summary>
    /// <param name="members">At least one.</param>
    /// <param name="sums">Room by the numbers of terms, all zero before and after.</param>
    /// <param name="entered">Room for the answer.</param>
    public ReadOnlySpan<int> Fill(IReadOnlyList<TermWeights> members, long[] sums, List<int> entered)
    {
        Members = members.Count;
        if (members is [var only])
        {
            _only = only;
            return only.Terms;
        }

        entered.Clear();
        foreach (var member in members)
        {
            for (var i = 0; i < member.Terms.Length; i++)
            {
                ref var sum = ref sums[member.Terms[i]];
                if (sum == 0)
                {
                    // Also one that weighs nothing counts once.
                    entered.Add(member.Terms[i]);
                    sum = 1;
                }

                sum += member.Weights[i];
            }
        }

        _sums = new Dictionary<int, long>(entered.Count);
        foreach (var term in entered)
        {
            _sums.Add(term, sums[term] - 1);
            sums[term] = 0;
        }

        return CollectionsMarshal.AsSpan(entered);
    }

    public void Remove(TermWeights member)
    {
        if (--Members == 0)
        {
            (_only, _sums) = (null, null);
            return;
        }

        for (var i = 0; i < member.Terms.Length; i++)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrNullRef(_sums!, member.Terms[i]);
            sum -= member.Weights[i];
            if (sum == 0)
            {
                _sums!.Remove(member.Terms[i]);
            }
        }
    }

    private void AddUp(TermWeights member, List<int> entered)
    {
        for (var i = 0; i < member.Terms.Length; i++)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums!, member.Terms[i], out var held);
            sum += member.Weights[i];
            if (!held)
            {
                entered.Add(member.Terms[i]);
            }
        }
    }
}
