namespace NewsPlatform.Ingestion.Dates;

/// <summary>Days that the calendar has.</summary>
internal static class CalendarDay
{
    public static bool TryCreate(int year, int month, int day, out DateOnly date)
    {
        var valid = year is > 0 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = valid ? new DateOnly(year, month, day) : default;
        return valid;
    }

    /// <summary>Two digits mean the years 1970 to 2069.</summary>
    public static int FullYear(int year, int digits) => digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}
