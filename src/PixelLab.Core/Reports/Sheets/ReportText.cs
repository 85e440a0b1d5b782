using System.Globalization;

namespace PixelLab.Core.Reports.Sheets;

/// <summary>Numbers in words, as reports write them.</summary>
public static class ReportText
{
    private const int SecondsInMinute = 60;

    /// <summary>A number with its unit; a dash where it can't be told.</summary>
    public static string Of(decimal? value, ReportUnit unit) => value is not { } number ? "–" : unit switch
    {
        ReportUnit.Percent => string.Create(CultureInfo.InvariantCulture, $"{number:0.#} %"),
        ReportUnit.Seconds => Seconds(number),
        ReportUnit.Euro => Euro(number),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number:#,0}"),
    };

    /// <summary>A time of seconds, for example <c>1 min 20 s</c>.</summary>
    public static string Seconds(decimal seconds)
    {
        if (seconds < 10)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s");
        }

        var whole = (long)Math.Round(seconds);
        return whole < SecondsInMinute
            ? string.Create(CultureInfo.InvariantCulture, $"{whole} s")
            : string.Create(CultureInfo.InvariantCulture, $"{whole / SecondsInMinute} min {whole % SecondsInMinute} s");
    }

    /// <summary>An amount of euros.</summary>
    public static string Euro(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"€{amount:#,0.00}");

    /// <summary>A part in per cent, rounded to a tenth; null where there is no whole.</summary>
    public static decimal? Share(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 1);
}
