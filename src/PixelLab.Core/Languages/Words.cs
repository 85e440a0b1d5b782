using System.Globalization;

namespace PixelLab.Core.Languages;

/// <summary>The words and sentences of one subject in one language; one that the language lacks stands in English.</summary>
public sealed class Words
{
    private readonly WordFile _file;
    private readonly Language _language;
    private readonly IReadOnlyDictionary<string, string>? _own;

    internal Words(WordFile file, Language language, IReadOnlyDictionary<string, string>? own)
    {
        _file = file;
        _language = language;
        _own = own;
    }

    /// <summary>The word or sentence of that name.</summary>
    public string this[string name] => Find(name) ?? name;

    /// <summary>The sentence of that name, with values in its places <c>{0}</c>, <c>{1}</c> and so on.</summary>
    public string this[string name, params ReadOnlySpan<object?> values] =>
        Translated(name) is { } sentence && Filled.TryFill(_language.Culture, sentence, values, out var filled) ? filled : InEnglish(name, values);

    /// <summary>The word or sentence of that name, or null where there is none.</summary>
    public string? Find(string name) => Translated(name) ?? _file.English(name);

    /// <summary>A sentence in the form that goes with a number, which stands in its place <c>{0}</c>.</summary>
    public string Count(string name, long number, params ReadOnlySpan<object?> more)
    {
        ReadOnlySpan<object?> values = [_language.Number(number), .. more];
        return (Translated($"{name}.{PluralForms.Of(_language.Tag, number)}") ?? Translated(name + "." + PluralForms.Other)) is { } sentence
            && Filled.TryFill(_language.Culture, sentence, values, out var filled)
            ? filled
            : InEnglish($"{name}.{PluralForms.Of(Language.EnglishTag, number)}", values);
    }

    private string? Translated(string name) =>
        _own?.GetValueOrDefault(name) ?? (_language.Tag == Language.EnglishTag ? null : _file.Translated(name, _language.Tag));

    private string InEnglish(string name, ReadOnlySpan<object?> values) =>
        _file.English(name) is { } sentence ? string.Format(CultureInfo.InvariantCulture, sentence, values) : name;
}
