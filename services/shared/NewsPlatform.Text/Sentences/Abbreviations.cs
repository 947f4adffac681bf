using System.Collections.Frozen;

namespace NewsPlatform.Text.Sentences;

/// <summary>The words whose stop does not end a sentence.</summary>
internal sealed class Abbreviations
{
    private static readonly FrozenDictionary<string, Abbreviations> Languages = new Dictionary<string, Abbreviations>
    {
        ["ru"] = new("г гг им ул пр пл д кв т е п см др проф акад стр рис руб коп млн млрд тыс трлн св ст в вв"),
        ["uk"] = new("р рр м вул просп пл буд кв т д п см ін проф акад стор рис грн коп млн млрд тис трлн св ст ім о"),
        ["en"] = new("mr mrs ms dr prof sen rep gov gen col capt lt sgt st jr sr inc ltd co corp vs no e.g i.e u.s u.k a.m p.m jan feb mar apr aug sept oct nov dec"),
        ["de"] = new("dr prof hr fr st nr str bzw z.b d.h u.a o.ä ca evtl ggf vgl mio mrd jan feb apr aug sept okt nov dez"),
    }.ToFrozenDictionary();

    private static readonly Abbreviations None = new(string.Empty);

    private readonly FrozenSet<string> _words;

    private Abbreviations(string words) => _words = words.Split(' ').ToFrozenSet();

    public static Abbreviations For(string language) => Languages.GetValueOrDefault(language, None);

    /// <summary>Whether the sentence goes on after the stop, because an abbreviation or an initial stands before it.</summary>
    public bool GoOnAfter(string text, int sentenceStart, int stop)
    {
        var start = stop;
        while (start > sentenceStart && stop - start < 12 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        var word = text.AsSpan(start, stop - start).ToString();
        return word is [var initial] && char.IsUpper(initial) || _words.Contains(word.ToLowerInvariant());
    }
}
