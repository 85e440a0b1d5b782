using System.Globalization;
using System.Net;
using PixelLab.Core.Languages;

namespace PixelLab.Web.Pages;

/// <summary>How exactly a time is told.</summary>
public enum TimeForm
{
    /// <summary>The time of day, to the minute.</summary>
    Minute,

    /// <summary>The time of day, to the second.</summary>
    Second,

    /// <summary>The day too.</summary>
    Moment,
}

/// <summary>
/// The one way in which pages write a time: as UTC, which is said beside it. Where the lab's scripts run, they write it on the reader's
/// own clock, as they do with every time that they show (<c>Client/src/times.ts</c>); so no page has two clocks.
/// </summary>
public static class TimeText
{
    /// <summary>A time as an element of HTML.</summary>
    public static string Html(DateTimeOffset at, TimeForm form, Language language)
    {
        var machine = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        return $"""<time datetime="{machine}" data-form="{form.ToString().ToLowerInvariant()}">{WebUtility.HtmlEncode(Plain(at, form, language))}</time>""";
    }

    /// <summary>A sentence that tells a time of day, as HTML.</summary>
    public static string SentenceHtml(string sentence, DateTimeOffset at, Language language)
    {
        var time = language.TimeOfDay(at);
        var place = sentence.IndexOf(time, StringComparison.Ordinal);
        return place < 0
            ? WebUtility.HtmlEncode(sentence)
            : WebUtility.HtmlEncode(sentence[..place]) + Html(at, TimeForm.Second, language) + WebUtility.HtmlEncode(sentence[(place + time.Length)..]);
    }

    private static string Plain(DateTimeOffset at, TimeForm form, Language language) => form switch
    {
        TimeForm.Minute => at.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture),
        TimeForm.Second => language.TimeOfDay(at) + " UTC",
        TimeForm.Moment => language.Moment(at),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };
}
