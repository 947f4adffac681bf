using System.Globalization;
using NewsPlatform.Ingestion.Dates;

namespace NewsPlatform.Ingestion.Tests.Dates;

public sealed class NewsDatesTests
{
    [Theory]
    [InlineData("2024-11-22T14:00:05Z", "2024-11-22T14:00:05+00:00")]
    [InlineData("2024-11-22T14:00:05.123+02:00", "2024-11-22T14:00:05.123+02:00")]
    [InlineData("2024-11-22T14:00:05+0200", "2024-11-22T14:00:05+02:00")]
    [InlineData("2024-11-22 14:00", "2024-11-22T14:00:00+00:00")]
    [InlineData("Updated 22 November 2024", "2024-11-22T00:00:00+00:00")]
    [InlineData("Friday 22 November 2024 14:00", "2024-11-22T14:00:00+00:00")]
    [InlineData("Обновлено 22 ноября 2024, 14:00", "2024-11-22T14:00:00+00:00")]
    [InlineData("Оновлено 22 листопада 2024", "2024-11-22T00:00:00+00:00")]
    [InlineData("By Ann 22 Nov 2024", "2024-11-22T00:00:00+00:00")]
    [InlineData("2024-11-22 14:00:05 +0300", "2024-11-22T14:00:05+03:00")]
    [InlineData("20241122T140005Z", "2024-11-22T14:00:05+00:00")]
    [InlineData("2024/11/22", "2024-11-22T00:00:00+00:00")]
    [InlineData("2024-11", "2024-11-01T00:00:00+00:00")]
    [InlineData("2024-327", "2024-11-22T00:00:00+00:00")]
    [InlineData("2024-W47-5", "2024-11-22T00:00:00+00:00")]
    [InlineData("2024-11-22T24:00:00Z", "2024-11-23T00:00:00+00:00")]
    public void Reads_dates_that_begin_with_the_year(string text, string expected) => AssertDate(text, expected);

    [Theory]
    [InlineData("Fri, 22 Nov 2024 14:00:05 GMT", "2024-11-22T14:00:05+00:00")]
    [InlineData("Fri, 22 Nov 2024 14:00:05 +0200", "2024-11-22T14:00:05+02:00")]
    [InlineData("Fri,22 Nov 24 14:00 EST", "2024-11-22T14:00:00-05:00")]
    [InlineData("22 Nov 2024 14:00:05 GMT+03:00", "2024-11-22T14:00:05+03:00")]
    [InlineData("Friday, 22-Nov-24 14:00:05 UTC", "2024-11-22T14:00:05+00:00")]
    [InlineData("Fri Nov 22 14:00:05 2024", "2024-11-22T14:00:05+00:00")]
    [InlineData("Fri Nov 22 14:00:05 CET 2024", "2024-11-22T14:00:05+01:00")]
    [InlineData("Fri, 22 Nov 2024", "2024-11-22T00:00:00+00:00")]
    [InlineData("Thu, 31 Dec 1998 23:59:60 GMT", "1998-12-31T23:59:59+00:00")]
    [InlineData("Пт, 22 ноя 2024 14:00:05 +0300", "2024-11-22T14:00:05+03:00")]
    public void Reads_the_dates_of_mail_and_rss(string text, string expected) => AssertDate(text, expected);

    [Theory]
    [InlineData("22.11.2024 14:00", "2024-11-22T14:00:00+00:00")]
    [InlineData("22.11.2024, 14:00", "2024-11-22T14:00:00+00:00")]
    [InlineData("14:00, 22.11.2024", "2024-11-22T14:00:00+00:00")]
    [InlineData("22.11.24 14.05", "2024-11-22T14:05:00+00:00")]
    [InlineData("22/11/2024", "2024-11-22T00:00:00+00:00")]
    [InlineData("11/22/2024 2:05 PM", "2024-11-22T14:05:00+00:00")]
    [InlineData("05/06/2024", "2024-06-05T00:00:00+00:00")]
    public void Reads_numbers_day_first_unless_only_the_month_can_be_first(string text, string expected) => AssertDate(text, expected);

    [Theory]
    [InlineData("22 ноября 2024, 14:00", "2024-11-22T14:00:00+00:00")]
    [InlineData("22 ноября 2024 г. в 14:00 (МСК)", "2024-11-22T14:00:00+03:00")]
    [InlineData("3 мая 2024 года", "2024-05-03T00:00:00+00:00")]
    [InlineData("22 листопада 2024, 14:00", "2024-11-22T14:00:00+00:00")]
    [InlineData("1 січня 2025 о 09:30", "2025-01-01T09:30:00+00:00")]
    [InlineData("14:00, 5 лютого 2024", "2024-02-05T14:00:00+00:00")]
    [InlineData("Опубликовано: 22 нояб. 2024 14:00", "2024-11-22T14:00:00+00:00")]
    [InlineData("November 22, 2024 2:05 pm EST", "2024-11-22T14:05:00-05:00")]
    [InlineData("Published Nov. 22nd, 2024 at 2 p.m.", "2024-11-22T14:00:00+00:00")]
    [InlineData("22. November 2024, 14:00 Uhr", "2024-11-22T14:00:00+00:00")]
    [InlineData("22 de novembro de 2024 às 14h30", "2024-11-22T14:30:00+00:00")]
    [InlineData("22 août 2024", "2024-08-22T00:00:00+00:00")]
    public void Reads_month_names_of_the_languages_served(string text, string expected) => AssertDate(text, expected);

    [Theory]
    [InlineData("сегодня, 14:00", "2025-01-03T14:00:00+02:00")]
    [InlineData("вчора о 19:30", "2025-01-02T19:30:00+02:00")]
    [InlineData("30 декабря, 09:15", "2024-12-30T09:15:00+02:00")]
    [InlineData("5 минут назад", "2025-01-03T15:55:00+02:00")]
    [InlineData("2 hours ago", "2025-01-03T14:00:00+02:00")]
    [InlineData("14:00", "2025-01-03T14:00:00+02:00")]
    public void Reads_dates_told_from_the_moment_the_page_was_read(string text, string expected)
    {
        var now = DateTimeOffset.Parse("2025-01-03T16:00:00+02:00", CultureInfo.InvariantCulture);

        Assert.True(NewsDates.TryParse(text, now, out var date), text);

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData("1732284005")]
    [InlineData("1732284005000")]
    public void Reads_seconds_and_milliseconds_since_1970(string text) => AssertDate(text, "2024-11-22T14:00:05+00:00");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("today")]
    [InlineData("22 ноября")]
    [InlineData("31.02.2024")]
    [InlineData("Room 22 of 2024")]
    [InlineData("9999-99-99")]
    [InlineData("2024")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("๒๒ November ๒๐๒๔")]
    [InlineData("٢٢.١١.٢٠٢٤ ١٤:٠٠")]
    public void Refuses_what_names_no_day_of_the_calendar(string? text)
    {
        Assert.False(NewsDates.TryParse(text, out _));
    }

    private static void AssertDate(string text, string expected)
    {
        Assert.True(NewsDates.TryParse(text, out var date), text);

        var wanted = DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture);
        Assert.Equal(wanted, date);
        Assert.Equal(wanted.Offset, date.Offset);
    }
}
