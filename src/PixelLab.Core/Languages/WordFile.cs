using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace PixelLab.Core.Languages;

/// <summary>
/// The words and sentences of one subject: a resource file in English beside the code that says them (<c>NAME.resx</c>), and one beside it for
/// each other language that is built in (<c>NAME.LANGUAGE.resx</c>). A word that depends on a number has one entry for each plural form:
/// <c>Days.one</c>, <c>Days.other</c>.
/// </summary>
public sealed class WordFile
{
    private readonly ResourceManager _resources;
    private readonly FrozenDictionary<string, string> _english;
    private readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> _translations = new(StringComparer.Ordinal);

    /// <summary>The words beside a class, which bear its name.</summary>
    public WordFile(Type beside)
    {
        Name = beside.Name;
        _resources = new ResourceManager(beside);
        _english = Read(CultureInfo.InvariantCulture);
    }

    /// <summary>The file's name, without its ending.</summary>
    public string Name { get; }

    /// <summary>The names of its words.</summary>
    public IReadOnlyCollection<string> Names => _english.Keys;

    /// <summary>The English word or sentence of that name, or null.</summary>
    public string? English(string name) => _english.GetValueOrDefault(name);

    /// <summary>The built-in word of that name in a language, or null where it has none; it is not looked for in English.</summary>
    public string? Translated(string name, string language) => _translations.GetOrAdd(language, Translation).GetValueOrDefault(name);

    /// <summary>The words of a language and of those it is a variety of: <c>pt-BR</c>, then <c>pt</c>.</summary>
    private FrozenDictionary<string, string> Translation(string language)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var tag = language; tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
        {
            if (Cultures.Find(tag) is { } culture)
            {
                foreach (var (name, word) in Read(culture))
                {
                    words.TryAdd(name, word);
                }
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private FrozenDictionary<string, string> Read(CultureInfo culture) =>
        (_resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>() ?? [])
            .ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
}
