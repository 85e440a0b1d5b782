using System.Collections.Concurrent;
using PixelLab.Core.Languages;

namespace PixelLab.Web.Languages;

/// <summary>Knows which languages the lab speaks just now: there are as many as somebody has written lessons in.</summary>
public interface ISpokenLanguages
{
    /// <summary>The languages as they are now.</summary>
    SpokenLanguages Now();
}

/// <summary>The languages that the lab speaks at one moment, and the words that each brings along.</summary>
/// <param name="tags">Their tags (BCP 47), the default first.</param>
/// <param name="own">Words that a language brings along, by its tag and the name of the <see cref="WordList"/>; null for none.</param>
public sealed class SpokenLanguages(IReadOnlyList<string> tags, Func<string, string, IReadOnlyDictionary<string, string>?> own)
{
    /// <summary>The language in which everything is written.</summary>
    public const string Default = "en";

    private readonly ConcurrentDictionary<string, Language> _spoken = new(StringComparer.Ordinal) { [Default] = Language.English };

    /// <summary>Their tags (BCP 47), the default first.</summary>
    public IReadOnlyList<string> Tags { get; } = tags;

    /// <summary>The language wanted, where it is spoken, else the default.</summary>
    public string TagOr(string? wanted) => wanted is not null && Tags.Contains(wanted) ? wanted : Default;

    /// <summary>The words of a part of the lab in that language.</summary>
    public LanguageText Text(string tag, WordList words) => new(tag, words, own(tag, words.Name));

    /// <summary>That language as everything below the pages speaks it: explanations, comparisons, verdicts.</summary>
    public Language Speak(string tag) => _spoken.GetOrAdd(tag, one => new Language(one, file => own(one, file)));
}
