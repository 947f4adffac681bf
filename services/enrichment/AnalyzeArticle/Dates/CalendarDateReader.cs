using System.Collections.Frozen;
using System.Globalization;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Dates;

/// <summary>Reads dates of the calendar: "12 января 2024 года", "May 3-7", "в мае", "in 2021". Without a year the one nearest to the publication is meant.</summary>
internal sealed class CalendarDateReader(ArticleText article, DateOnly published)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const int NearFuture = 31;

    private static readonly FrozenSet<string> Prepositions = DateWords.Shared("in");
    private static readonly FrozenSet<string> YearWords = DateWords.Shared("year");

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly DateWords _dates = DateWords.For(article.RuleLanguage);

    /// <summary>The date that begins at the word; null when none does.</summary>
    public DateReading? At(int index) => _words[index].Shape == WordShape.Number ? Numeric(index) ?? DayFirst(index) ?? Year(index) : MonthFirst(index);

    // 12.01.2022 and 2022-01-12, however the signs were cut.
    private DateReading? Numeric(int index)
    {
        var last = index;
        while (last + 1 < _words.Count && last - index < 4 && _words[last + 1].Start == _words[last].End && (_words[last + 1].Shape == WordShape.Number || _words[last + 1].Is('.') || _words[last + 1].Is('-')))
        {
            last++;
        }

        for (; last >= index; last--)
        {
            if (DateOnly.TryParseExact(article.Between(index, last), ["d.M.yyyy", "dd.MM.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear)
            {
                return new DateReading(last, day, day);
            }
        }

        return null;
    }

    // 12 января, 3–7 мая, 3 по 7 мая, 12th of May
    private DateReading? DayFirst(int index)
    {
        if (Number(index) is not { } from)
        {
            return null;
        }

        var (to, month) = (from, index + 1);
        if (month + 1 < _words.Count && (_words[month].IsDash || _words[month].Form is "по" or "to") && Number(month + 1) is { } second && second > from)
        {
            (to, month) = (second, month + 2);
        }

        month += month < _words.Count && _words[month].Form is "of" or "th" ? 1 : 0;
        return month < _words.Count && Together(index, month) && _dates.Months.TryGetValue(_words[month].Form, out var number) ? Resolve(from, to, number, month) : null;
    }

    // January 12, 2024; in January; May 3-7
    private DateReading? MonthFirst(int index)
    {
        if (!_dates.Months.TryGetValue(_words[index].Form, out var month) || article.RuleLanguage == "en" && !_words[index].IsCapitalised)
        {
            return null;
        }

        var next = index + 1;
        next += next < _words.Count && _words[next].Is('.') && _words[index].Length <= 4 ? 1 : 0;
        if (article.RuleLanguage == "en" && next < _words.Count && Together(index, next) && Number(next) is { } from)
        {
            var range = next + 2 < _words.Count && _words[next + 1].IsDash && Number(next + 2) is { } to && to > from ? Number(next + 2) : null;
            return Resolve(from, range ?? from, month, range is null ? next : next + 2);
        }

        return index > 0 && (Prepositions.Contains(_words[index - 1].Form) || YearAfter(index) is not null) ? WholeMonth(index, month) : null;
    }

    private DateReading WholeMonth(int index, int month)
    {
        var (year, last) = YearAfter(index) ?? (Nearest(index, month, 15), index);
        return new DateReading(last, new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));
    }

    private DateReading? Year(int index)
    {
        if (_words[index].Length != 4 || !int.TryParse(_words[index].Text, CultureInfo.InvariantCulture, out var year) || year is < FirstYear or > LastYear)
        {
            return null;
        }

        var named = article.Adjacent(index) && YearWords.Contains(_words[index + 1].Form);
        return named || article.RuleLanguage == "en" && index > 0 && _words[index - 1].Form is "in" or "since" or "by" or "until"
            ? new DateReading(named && article.RuleLanguage != "en" ? index + 1 : index, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))
            : null;
    }

    private DateReading? Resolve(int from, int to, int month, int last)
    {
        var (year, end) = YearAfter(last) ?? (Nearest(last, month, Math.Min(from, 28)), last);
        var days = DateTime.DaysInMonth(year, month);
        return from <= days && to <= days ? new DateReading(end, new DateOnly(year, month, from), new DateOnly(year, month, to)) : null;
    }

    // The year written behind: "2024", ", 2024", "2024 года".
    private (int Year, int Last)? YearAfter(int index)
    {
        var next = index + 1;
        next += next < _words.Count && _words[next].Is(',') && article.RuleLanguage == "en" ? 1 : 0;
        if (next >= _words.Count || _words[next].Length != 4 || _words[next].Sentence != _words[index].Sentence || !int.TryParse(_words[next].Text, CultureInfo.InvariantCulture, out var year) || year is < FirstYear or > LastYear)
        {
            return null;
        }

        return (year, article.Adjacent(next) && article.RuleLanguage != "en" && YearWords.Contains(_words[next + 1].Form) ? next + 1 : next);
    }

    // Far ahead is a day only of a sentence about the future.
    private int Nearest(int index, int month, int day)
    {
        var farthest = published.DayNumber + (FutureWords.Near(article, index) ? 366 : NearFuture);
        return new[] { published.Year, published.Year - 1, published.Year + 1 }
            .Where(year => new DateOnly(year, month, day).DayNumber <= farthest)
            .MinBy(year => Math.Abs(new DateOnly(year, month, day).DayNumber - published.DayNumber));
    }

    private int? Number(int index)
    {
        var digits = _words[index].Text.AsSpan().TrimEnd("stndrh");
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private bool Together(int first, int last) => _words[first].Sentence == _words[last].Sentence && _words[last].Start - _words[first].End <= 12;
}
