using System.Collections.Frozen;
using System.Globalization;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Dates;

/// <summary>Reads dates told from the day of publication: "вчера", "on Monday", «минулого тижня», "3 days ago".</summary>
internal sealed class RelativeDateReader(ArticleText article, DateOnly published)
{
    private const int Farthest = 1_000;

    private static readonly FrozenSet<string> Past = DateWords.Shared("past");
    private static readonly FrozenSet<string> Coming = DateWords.Shared("coming");
    private static readonly FrozenSet<string> Prepositions = DateWords.Shared("in");
    private static readonly FrozenSet<string> Ago = DateWords.Shared("ago");
    private static readonly FrozenSet<string> Week = DateWords.Shared("week");
    private static readonly FrozenSet<string> Month = DateWords.Shared("month");
    private static readonly FrozenSet<string> Year = DateWords.Shared("year");

    private static readonly (FrozenSet<string> Words, int Days, int Months)[] Units =
        [(DateWords.Shared("day unit"), 1, 0), (DateWords.Shared("week unit"), 7, 0), (DateWords.Shared("month unit"), 0, 1), (DateWords.Shared("year unit"), 0, 12)];

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly DateWords _dates = DateWords.For(article.RuleLanguage);

    /// <summary>The date that begins at the word; null when none does.</summary>
    public DateReading? At(int index)
    {
        var form = _words[index].Form;
        if (_dates.Days.TryGetValue(form, out var days))
        {
            return Day(index, published.AddDays(days));
        }

        if (_dates.Weekdays.TryGetValue(form, out var bare))
        {
            return index > 0 && Prepositions.Contains(_words[index - 1].Form) || article.RuleLanguage == "en" ? Day(index, Weekday(bare, FutureWords.Near(article, index) ? 1 : 0)) : null;
        }

        var direction = Past.Contains(form) ? -1 : Coming.Contains(form) ? 1 : 0;
        return direction != 0 && article.Adjacent(index) ? Directed(index + 1, direction) : BackBy(index);
    }

    private DateReading? Directed(int index, int direction)
    {
        var form = _words[index].Form;
        if (_dates.Weekdays.TryGetValue(form, out var weekday))
        {
            return Day(index, Weekday(weekday, direction));
        }

        if (Week.Contains(form))
        {
            var monday = published.AddDays(1 - IsoWeekday(published) + (7 * direction));
            return new DateReading(index, monday, monday.AddDays(6));
        }

        if (Month.Contains(form))
        {
            var first = new DateOnly(published.Year, published.Month, 1).AddMonths(direction);
            return new DateReading(index, first, first.AddMonths(1).AddDays(-1));
        }

        return Year.Contains(form) ? new DateReading(index, new DateOnly(published.Year + direction, 1, 1), new DateOnly(published.Year + direction, 12, 31)) : null;
    }

    // 3 дня назад, 2 дні тому, 5 days ago
    private DateReading? BackBy(int index)
    {
        if (index + 2 >= _words.Count || !Ago.Contains(_words[index + 2].Form)
            || !int.TryParse(_words[index].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > Farthest)
        {
            return null;
        }

        var unit = Array.Find(Units, unit => unit.Words.Contains(_words[index + 1].Form));
        if (unit.Words is null)
        {
            return null;
        }

        return Day(index + 2, published.AddDays(-count * unit.Days).AddMonths(-count * unit.Months));
    }

    // News names the weekday of what just happened; "next" or a future verb means the one to come.
    private DateOnly Weekday(int weekday, int direction)
    {
        var back = (IsoWeekday(published) - weekday + 7) % 7;
        return direction switch
        {
            > 0 => published.AddDays(back == 0 ? 7 : 7 - back),
            < 0 => published.AddDays(back == 0 ? -7 : -back),
            _ => published.AddDays(-back),
        };
    }

    private static DateReading Day(int last, DateOnly day) => new(last, day, day);

    private static int IsoWeekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
