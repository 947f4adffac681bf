using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>Turns each word with its neighbours into rows of a <see cref="TagModel"/>: spelling, shape, lists, rules and the rest of the article.</summary>
internal sealed class NameFeatures(ArticleText article, NameEvidence evidence)
{
    private const int Window = 2;

    private readonly List<int> _rows = new(160);

    /// <summary>The features of the words of one line; <paramref name="outer"/> holds the labels of the names around where names inside names are sought.</summary>
    public List<int[]> Of(int first, int last, ReadOnlySpan<byte> outer)
    {
        var features = new List<int[]>(last - first + 1);
        var atoms = Enumerable.Range(first, last - first + 1).Select(AtomsOf).ToArray();
        for (var i = first; i <= last; i++)
        {
            _rows.Clear();
            Add(1, 0);
            Neighbours(atoms, i - first);
            Self(atoms[i - first], i);
            Pairs(atoms, i - first);
            if (outer.Length > 0)
            {
                AddOuter(atoms, outer, i, first, last);
            }

            features.Add([.. _rows]);
        }

        return features;
    }

    private void Neighbours(Atoms[] atoms, int at)
    {
        for (var distance = -Window; distance <= Window; distance++)
        {
            var atom = At(atoms, at + distance);
            var place = (uint)(distance + Window) << 8;
            Add(2 + place, atom.Word);
            Add(3 + place, atom.Shape);
            Add(4 + place, atom.Rule);
            Add(5 + place, atom.Lists);
            Add(6 + place, atom.Ending);
            Add(7 + place, atom.Beginning);
            AddGroups(place, atom.Groups);
            if (Math.Abs(distance) < Window)
            {
                for (var bits = atom.Lists; bits != 0; bits &= bits - 1)
                {
                    Add(8 + place, (uint)System.Numerics.BitOperations.TrailingZeroCount(bits));
                }
            }
        }
    }

    private void AddGroups(uint place, Cluster groups)
    {
        if (groups.Coarse > 0)
        {
            Add(60 + place, groups.Coarse);
            Add(61 + place, groups.Middle);
            Add(62 + place, groups.Fine);
        }
    }

    private void Self(Atoms self, int index)
    {
        var spelling = evidence.Spellings[index];
        for (var length = 1; length <= 5; length++)
        {
            if (spelling.Length > length && length != 3)
            {
                Add((uint)(10 + length), NameHash.Of(spelling.AsSpan(spelling.Length - length)));
            }
        }

        Add(16, NameHash.Of(spelling.AsSpan(0, Math.Min(3, spelling.Length))));
        Add(17, NameHash.Of(evidence.Stems[index]));
        Add(18, self.Writings);
        Add(19, self.Types);
        Add(20, evidence.Inner[index]);
        Add(21, NameHash.Of(self.Writings, self.Shape));
        Add(22, NameHash.Of(self.Shape, self.Rule));
        Add(23, NameHash.Of(self.Shape, self.Lists));
        Add(24, NameHash.Of(self.Rule, self.Lists));
        Add(25, NameHash.Of(self.Quotes, self.Rule));
        Add(26, NameHash.Of(self.Quotes, self.Shape));
        Add(27, NameHash.Of(self.Types, self.Shape));
        Add(28, NameHash.Of(self.Types, NameHash.Of(self.Writings, self.Shape)));
        Add(29, NameHash.Of(evidence.Inner[index], self.Rule));
    }

    private void Pairs(Atoms[] atoms, int at)
    {
        var (before, self, after) = (At(atoms, at - 1), At(atoms, at), At(atoms, at + 1));
        Add(30, NameHash.Of(before.Word, self.Word));
        Add(31, NameHash.Of(self.Word, after.Word));
        Add(32, NameHash.Of(before.Shape, NameHash.Of(self.Shape, after.Shape)));
        Add(33, NameHash.Of(before.Rule, NameHash.Of(self.Rule, after.Rule)));
        Add(34, NameHash.Of(before.Ending, self.Ending));
        Add(35, NameHash.Of(self.Ending, after.Ending));
        Add(36, NameHash.Of(before.Lists, self.Lists));
        Add(37, NameHash.Of(self.Lists, after.Lists));
        Add(38, NameHash.Of(before.Word, self.Shape));
        Add(39, NameHash.Of(self.Shape, after.Word));
        Add(40, NameHash.Of(before.Lists, NameHash.Of(self.Shape, after.Shape)));
        Add(41, NameHash.Of(before.Word, self.Rule));
        Add(42, NameHash.Of(self.Rule, after.Word));
        Add(43, NameHash.Of(before.Word, NameHash.Of(self.Shape, after.Word)));
        Add(44, NameHash.Of(before.Beginning, NameHash.Of(self.Shape, self.Ending)));
        Add(45, NameHash.Of(At(atoms, at - 2).Beginning, NameHash.Of(before.Shape, self.Shape)));
        Add(46, NameHash.Of(before.Shape, NameHash.Of(self.Shape, self.Lists)));
        Add(47, NameHash.Of(self.Rule, NameHash.Of(before.Shape, after.Shape)));
        if (self.Groups.Coarse > 0)
        {
            Add(63, NameHash.Of(self.Shape, self.Groups.Middle));
            Add(64, NameHash.Of(self.Shape, self.Groups.Fine));
            Add(65, NameHash.Of(NameHash.Of(before.Groups.Coarse, self.Groups.Coarse), NameHash.Of(before.Shape, self.Shape)));
            Add(66, NameHash.Of(NameHash.Of(self.Groups.Coarse, after.Groups.Coarse), NameHash.Of(self.Shape, after.Shape)));
            Add(67, NameHash.Of(before.Groups.Middle, NameHash.Of(self.Shape, self.Groups.Middle)));
            Add(68, NameHash.Of(after.Groups.Middle, NameHash.Of(self.Shape, self.Groups.Middle)));
        }
    }

    private void AddOuter(Atoms[] atoms, ReadOnlySpan<byte> outer, int index, int first, int last)
    {
        var self = atoms[index - first];
        var before = index > first ? outer[index - 1] : 0u;
        var after = index < last ? outer[index + 1] : 0u;
        Add(50, outer[index]);
        Add(51, NameHash.Of(before, NameHash.Of(outer[index], after)));
        Add(52, NameHash.Of(outer[index], self.Shape));
        Add(53, NameHash.Of(outer[index], self.Lists));
        Add(54, NameHash.Of(outer[index], self.Rule));
        Add(55, NameHash.Of(outer[index], evidence.Inner[index]));
        Add(56, NameHash.Of(outer[index], self.Word));
        Add(57, NameHash.Of(outer[index], NameHash.Of(self.Ending, self.Shape)));
        Add(58, NameHash.Of(before, NameHash.Of(outer[index], self.Shape)));
        Add(59, NameHash.Of(outer[index], At(atoms, index - first - 1).Word));
    }

    private Atoms AtomsOf(int index)
    {
        var word = article.Words[index];
        var spelling = evidence.Spellings[index];
        return new Atoms(
            NameHash.Of(spelling),
            ShapeOf(word),
            evidence.Outer[index],
            (uint)evidence.Lists[index],
            NameHash.Of(spelling.AsSpan(Math.Max(0, spelling.Length - 3))),
            NameHash.Of(spelling.AsSpan(0, Math.Min(4, spelling.Length))),
            evidence.InQuotes[index],
            (uint)evidence.WritingsOf(index),
            (uint)evidence.TypesOf(index),
            article.RuleLanguage == "en" ? WordClusters.English.Of(word.Form) : default);
    }

    private static uint ShapeOf(Word word)
    {
        var length = word.Shape == WordShape.Upper ? (uint)Math.Min(word.Length, 5) : word.Length > 3 ? 1u : 0u;
        var sign = word.Shape == WordShape.Sign ? NameHash.Of(word.Text) : 0;
        var hyphen = word.Text.Contains('-', StringComparison.Ordinal) ? 64u : 0u;
        return NameHash.Of(sign, (uint)word.Shape | (length << 3) | hyphen | (word.OpensSentence ? 128u : 0u) | (word.IsLatin ? 256u : 0u));
    }

    private static Atoms At(Atoms[] atoms, int index) => index < 0 ? Atoms.Before : index >= atoms.Length ? Atoms.After : atoms[index];

    private void Add(uint template, uint value) => _rows.Add((int)(NameHash.Of(template, value) & (TagModel.Rows - 1)));

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Atoms(uint Word, uint Shape, uint Rule, uint Lists, uint Ending, uint Beginning, uint Quotes, uint Writings, uint Types, Cluster Groups)
    {
        public static readonly Atoms Before = new(1, 1, 100, 0, 1, 1, 9, 9, 9, default);
        public static readonly Atoms After = new(2, 2, 101, 0, 2, 2, 9, 9, 9, default);
    }
}
