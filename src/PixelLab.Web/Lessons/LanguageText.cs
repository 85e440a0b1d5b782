using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace PixelLab.Web.Lessons;

/// <summary>
/// The words around lessons in one language, from <c>LessonText.resx</c> and <c>LessonText.LANGUAGE.resx</c>; a word that a language lacks
/// stands in English. A language is added by adding its file.
/// </summary>
public sealed class LanguageText
{
    private const string ForScripts = "Script";
    private const int MostTag = 12;

    private static readonly ResourceManager Words = new("PixelLab.Web.Lessons.LessonText", typeof(LanguageText).Assembly);

    private static readonly FrozenSet<string> RightToLeft =
        FrozenSet.ToFrozenSet(["ar", "he", "fa", "ur", "yi", "ps", "dv", "ckb"], StringComparer.Ordinal);

    private readonly CultureInfo _culture;

    /// <summary>The words of that language; a tag that no language has gives the English ones.</summary>
    public LanguageText(string language)
    {
        Language = language;
        try
        {
            _culture = CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            _culture = CultureInfo.InvariantCulture;
        }
    }

    /// <summary>The language's tag (BCP 47).</summary>
    public string Language { get; }

    /// <summary>Which way its lines run, as HTML's <c>dir</c> says it.</summary>
    public string Direction => RightToLeft.Contains(Language.Split('-')[0]) ? "rtl" : "ltr";

    /// <summary>The word or sentence of that name.</summary>
    public string this[string name] => Words.GetString(name, _culture) ?? name;

    /// <summary>The sentence of that name, with values in it.</summary>
    public string this[string name, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[name], values);

    /// <summary>What the page's script says, by name.</summary>
    public IReadOnlyDictionary<string, string> OfScripts()
    {
        var names = Words.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!;
        return names.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)
            .Where(name => name.StartsWith(ForScripts, StringComparison.Ordinal))
            .ToDictionary(name => char.ToLowerInvariant(name[ForScripts.Length]) + name[(ForScripts.Length + 1)..], name => this[name], StringComparer.Ordinal);
    }

    /// <summary>Whether a folder's name is a language's tag, such as <c>de</c> or <c>pt-BR</c>.</summary>
    public static bool IsTag(string name) =>
        name.Length is >= 2 and <= MostTag && name.Split('-') is [{ Length: 2 or 3 } first, .. var rest]
        && first.All(char.IsAsciiLetterLower) && rest.All(part => part.Length is >= 2 and <= 4 && part.All(char.IsAsciiLetterOrDigit));
}
