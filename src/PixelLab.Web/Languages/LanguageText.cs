using System.Collections.Frozen;
using System.Globalization;
using PixelLab.Core.Languages;

namespace PixelLab.Web.Languages;

/// <summary>The words of a part of the lab in one language; a word that the language lacks stands in English.</summary>
public sealed class LanguageText
{
    private const string ForScripts = "Script";
    private const int MostTag = 12;

    private static readonly FrozenSet<string> RightToLeft =
        FrozenSet.ToFrozenSet(["ar", "he", "fa", "ur", "yi", "ps", "dv", "ckb"], StringComparer.Ordinal);

    private readonly WordList _book;
    private readonly CultureInfo _culture;
    private readonly IReadOnlyDictionary<string, string>? _own;

    /// <summary>The words of that language; a tag that no language has gives the English ones.</summary>
    /// <param name="language">The language's tag (BCP 47).</param>
    /// <param name="book">Which words.</param>
    /// <param name="own">Words that come with the language's lessons, before those that are built in.</param>
    public LanguageText(string language, WordList book, IReadOnlyDictionary<string, string>? own = null)
    {
        Language = language;
        _book = book;
        _own = own;
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
    public string Direction => DirectionOf(Language);

    /// <summary>The word or sentence of that name.</summary>
    public string this[string name] => _own?.GetValueOrDefault(name) ?? _book.Find(name, _culture) ?? name;

    /// <summary>The sentence of that name, with values in it. A translation that asks for a value there is not stands in English.</summary>
    public string this[string name, params object[] values]
    {
        get => Filled.TryFill(CultureInfo.InvariantCulture, this[name], values, out var filled)
            ? filled
            : string.Format(CultureInfo.InvariantCulture, _book.Find(name, CultureInfo.InvariantCulture) ?? name, values);
    }

    /// <summary>The sentence of that name in the form that goes with a number (<c>NAME.one</c>, <c>NAME.other</c>), with values in it.</summary>
    public string Count(string name, long number, params object[] values)
    {
        var form = $"{name}.{PluralForms.Of(Language, number)}";
        var isKnown = _own?.ContainsKey(form) == true || _book.Find(form, _culture) is not null;
        return this[isKnown ? form : $"{name}.{PluralForms.Other}", values];
    }

    /// <summary>Every word by its name, those too that only this language has: its own plural forms.</summary>
    public IReadOnlyDictionary<string, string> Everything() =>
        _book.Names.Union(_own?.Keys ?? []).ToDictionary(name => name, name => this[name], StringComparer.Ordinal);

    /// <summary>What the page's script says, by name.</summary>
    public IReadOnlyDictionary<string, string> OfScripts() =>
        _book.Names.Where(name => name.StartsWith(ForScripts, StringComparison.Ordinal)).ToDictionary(
            name => char.ToLowerInvariant(name[ForScripts.Length]) + name[(ForScripts.Length + 1)..], name => this[name], StringComparer.Ordinal);

    /// <summary>Which way the lines of a language run.</summary>
    public static string DirectionOf(string language) => RightToLeft.Contains(language.Split('-')[0]) ? "rtl" : "ltr";

    /// <summary>Whether a folder's name is a language's tag, such as <c>de</c> or <c>pt-BR</c>.</summary>
    public static bool IsTag(string name) =>
        name.Length is >= 2 and <= MostTag && name.Split('-') is [{ Length: 2 or 3 } first, .. var rest]
        && first.All(char.IsAsciiLetterLower) && rest.All(part => part.Length is >= 2 and <= 4 && part.All(char.IsAsciiLetterOrDigit));
}
