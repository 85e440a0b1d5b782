using System.Collections.Concurrent;
using System.Globalization;

namespace PixelLab.Core.Languages;

/// <summary>
/// The language that something is said in: all its words, and how it writes numbers, times and lists. It is handed to whatever says something, so
/// that what is said follows from what goes in, and two readers of one hit can each have their own.
/// </summary>
public sealed class Language
{
    /// <summary>The tag of the language that everything is written in first.</summary>
    public const string EnglishTag = "en";

    private static readonly AsyncLocal<Language?> Answered = new();

    private readonly Func<string, IReadOnlyDictionary<string, string>?> _own;
    private readonly ConcurrentDictionary<WordFile, Words> _words = new();
    private readonly Words _writing;

    /// <summary>A language.</summary>
    /// <param name="tag">Its tag (BCP 47).</param>
    /// <param name="own">Words it brings along beside those that are built in, by a file's name; null where it brings none.</param>
    public Language(string tag, Func<string, IReadOnlyDictionary<string, string>?>? own = null)
    {
        Tag = tag;
        _own = own ?? (_ => null);
        // The writing words are needed to make the culture, and are then said in it.
        Culture = CultureInfo.InvariantCulture;
        _writing = this[WritingText.Words];
        Culture = CultureOf(tag);
    }

    /// <summary>English.</summary>
    public static Language English { get; } = new(EnglishTag);

    /// <summary>
    /// The language that whoever is answered just now has asked for, else English. The words of pages stand in many places of one answer and find it
    /// here; what the core says is handed its language.
    /// </summary>
    public static Language Asked
    {
        get => Answered.Value ?? English;
        set => Answered.Value = value;
    }

    /// <summary>The language's tag (BCP 47).</summary>
    public string Tag { get; }

    /// <summary>How it writes numbers and times. The lab runs without culture data, so a language tells it by its words.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The words of one subject.</summary>
    public Words this[WordFile file] =>
        _words.GetOrAdd(file, static (file, language) => new Words(file, language, language._own(file.Name)), this);

    /// <summary>A whole number, with its digits in groups.</summary>
    public string Number(long number) => number.ToString("N0", Culture);

    /// <summary>Several things, one after the other.</summary>
    public string List(IEnumerable<string> things) => things.Aggregate("", (list, thing) => list.Length == 0 ? thing : _writing["List", list, thing]);

    /// <summary>Several sentences, one after the other; those that are null or empty are left out.</summary>
    public string Sentences(params IEnumerable<string?> sentences) =>
        sentences.Aggregate("", (text, next) => string.IsNullOrEmpty(next) ? text : text.Length == 0 ? next : _writing["Sentences", text, next]);

    /// <summary>Text in quotation marks.</summary>
    public string Quoted(string text) => _writing["Quoted", text];

    /// <summary>The time of day of a moment, in UTC.</summary>
    public string TimeOfDay(DateTimeOffset at) => Written("TimeOfDay", at);

    /// <summary>A moment with its day, in UTC.</summary>
    public string Moment(DateTimeOffset at) => Written("Moment", at);

    /// <summary>A length of time in a unit that fits: <c>12 seconds</c>, <c>3 minutes</c>.</summary>
    public string Duration(TimeSpan length) => length.TotalSeconds switch
    {
        < 1 => _writing["NoSecond"],
        < 100 => _writing.Count("Seconds", (long)Math.Round(length.TotalSeconds)),
        < 6000 => Minutes((long)Math.Round(length.TotalMinutes)),
        _ => Hours((long)Math.Round(length.TotalHours)),
    };

    /// <summary>So many minutes.</summary>
    public string Minutes(long minutes) => _writing.Count("Minutes", minutes);

    /// <summary>So many hours.</summary>
    public string Hours(long hours) => _writing.Count("Hours", hours);

    /// <summary>So many days.</summary>
    public string Days(long days) => _writing.Count("Days", days);

    private string Written(string name, DateTimeOffset at)
    {
        try
        {
            return at.UtcDateTime.ToString(_writing[name], Culture);
        }
        catch (FormatException)
        {
            return at.UtcDateTime.ToString(WritingText.Words.English(name), CultureInfo.InvariantCulture);
        }
    }

    private CultureInfo CultureOf(string tag)
    {
        var culture = (CultureInfo)(Cultures.Find(tag) ?? CultureInfo.InvariantCulture).Clone();
        culture.NumberFormat.NumberGroupSeparator = _writing["ThousandsSeparator"];
        culture.NumberFormat.NumberDecimalSeparator = _writing["DecimalSeparator"];
        return CultureInfo.ReadOnly(culture);
    }
}
