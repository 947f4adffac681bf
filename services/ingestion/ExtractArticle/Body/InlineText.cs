using System.Text;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Collects a run of inline text and parts it where line breaks make paragraphs.</summary>
internal sealed class InlineText
{
    private const int LongLine = 80;

    private readonly StringBuilder _text = new();
    private readonly List<(string Text, int LinkLetters)> _done = [];
    private int _linkLetters;
    private int _breaks;

    public void Append(string text, bool inLink)
    {
        if (_breaks > 0 && !string.IsNullOrWhiteSpace(text))
            EndLine();

        _text.Append(text);
        if (inLink)
            _linkLetters += PageText.LetterCount(text);
    }

    public void Break() => _breaks++;

    /// <summary>The paragraphs collected so far; the run starts anew.</summary>
    public IReadOnlyList<(string Text, int LinkLetters)> Take()
    {
        Close();
        _breaks = 0;
        if (_done.Count == 0)
            return [];

        var result = _done.ToArray();
        _done.Clear();
        return result;
    }

    // Two breaks part paragraphs; one does where a long line ends like a sentence, else it is a wrapped line.
    private void EndLine()
    {
        if (_breaks > 1 || EndsSentence())
            Close();
        else
            _text.Append(' ');
        _breaks = 0;
    }

    private bool EndsSentence()
    {
        var end = _text.Length - 1;
        while (end >= 0 && char.IsWhiteSpace(_text[end]))
            end--;
        return end >= LongLine && _text[end] is '.' or '!' or '?' or '…' or '"' or '»' or '”' or ':';
    }

    private void Close()
    {
        var text = PageText.Normalize(_text.ToString());
        if (text.Length > 0)
            _done.Add((text, _linkLetters));
        _text.Clear();
        _linkLetters = 0;
    }
}
