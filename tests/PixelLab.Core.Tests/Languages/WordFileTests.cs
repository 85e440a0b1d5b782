using System.Text.RegularExpressions;
using PixelLab.Core.Case;
using PixelLab.Core.Compare;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Explaining.Headers;
using PixelLab.Core.Explaining.UserAgents;
using PixelLab.Core.Languages;
using PixelLab.Core.Lenses;
using PixelLab.Core.Lessons.Conditions;
using PixelLab.Core.Reports;
using PixelLab.Core.Rules;
using PixelLab.Core.Story;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Core.Yours.Brought;
using PixelLab.Core.Yours.Known;

namespace PixelLab.Core.Tests.Languages;

/// <summary>Everything that is explained has its words, and there is no word that nobody says.</summary>
public sealed partial class WordFileTests
{
    private static readonly WordFile[] Files =
    [
        WritingText.Words, ExplainingText.Words, AccountText.Words, HeaderText.Words, ParameterText.Words, CookiesText.Words, GifText.Words, AdStoryText.Words,
        LanguageNames.Words, ExperimentText.Words, ComparingText.Words, CountingText.Words, SheetText.Words, SettingsText.Words, BroughtText.Words, KnownText.Words, ShapeText.Words, StoryText.Words, CaseText.Words, ConditionText.Words,
        .. VendorList.All.Select(wire => wire.Words).Distinct(),
    ];

    private static readonly string[] Values = ["", "1", "?1", "x", "none", "close", "a.b", "\"a\";v=\"1\"", "http://a.example/b"];

    private static readonly string[] CoreSources = SourcesOf("src", "PixelLab.Core");

    /// <summary>The core's, and those of the web, which says some of its words.</summary>
    private static readonly string[] Sources = [.. CoreSources, .. SourcesOf("src", "PixelLab.Web")];

    public static TheoryData<string> FileNames => [.. Files.Select(file => file.Name)];

    [Fact]
    public void Every_resource_file_of_the_core_is_among_them() => Assert.Equal(
        Directory.EnumerateFiles(Folder("src", "PixelLab.Core"), "*.resx", SearchOption.AllDirectories).Where(file => !IsBuilt(file))
            .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
        Files.Select(file => file.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_header_says_what_it_gives_away_and_what_would_stop_it() => Assert.All(HeaderCatalogue.All, fact =>
    {
        Assert.NotNull(HeaderText.Words.English(fact.Control));
        foreach (var value in Values)
        {
            var hit = BuiltHit.OfMetrics("", [$"{fact.Name}: {value}"]);
            var line = new HeaderLine(value, hit.Request, FetchReader.Of(hit).Means, Language.English);
            var meaning = fact.Meaning?.Invoke(line) ?? HeaderText.Words.English(fact.Name);
            Assert.NotNull(meaning);
            Assert.True(meaning.EndsWith('.') && meaning.Contains(' ', StringComparison.Ordinal), $"{fact.Name}: {meaning}");
        }
    });

    [Fact]
    public void Every_parameter_and_cookie_of_a_vendor_has_words_in_the_vendors_file() => Assert.All(VendorList.All, wire =>
    {
        Assert.All(wire.Parameters, parameter => Assert.NotNull(wire.Words.English(parameter.Word)));
        Assert.All(wire.ParametersOf(BuiltHit.Of(wire.Name, CookieMatch.Path).Request), parameter => Assert.NotNull(wire.Words.English(parameter.Word)));
        Assert.All(wire.Cookies, cookie => Assert.NotNull(wire.Words.English($"Cookie.{cookie.Name}")));
    });

    [Fact]
    public void Everything_that_has_a_code_has_words()
    {
        var explaining = ExplainingText.Words;
        Assert.All(CodesOf(typeof(VendorEvents)), code => Assert.NotNull(explaining.English($"Event.{code}")));
        Assert.All(CodesOf(typeof(CaptureNotes)), code => Assert.NotNull(explaining.English($"Note.{code}")));
        Assert.All(Enum.GetNames<AddressKind>(), kind => Assert.NotNull(explaining.English($"Address.{kind}")));
        Assert.All(Enum.GetNames<HiddenPart>(), part => Assert.NotNull(explaining.English($"Hidden.{part}")));
        Assert.All(Enum.GetNames<ParameterOrigin>(), origin => Assert.NotNull(ParameterText.Words.English($"Control.{origin}")));
        Assert.All(
            Enum.GetValues<CookieJarVerdict>().Where(verdict => verdict != CookieJarVerdict.Unknown),
            verdict => Assert.NotNull(CookiesText.Words.English($"Jar.{verdict}")));
        Assert.All(Regimes.All, regime => Assert.NotNull(SettingsText.Words.English($"Regime.{regime.Name()}")));
        Assert.All(MailClients.All, client => Assert.NotNull(SettingsText.Words.English($"MailClient.{client.Name}")));
        Assert.All(Enum.GetNames<Lens>(), lens =>
        {
            Assert.All(["Who", "Mixed", "Split", "Unseen"], part => Assert.True(Says(ComparingText.Words, $"Room.{part}.{lens}"), $"{part}, {lens}"));
            Assert.All(["By", "Limit"], part => Assert.True(Says(SheetText.Words, $"Funnel.{part}.{lens}"), $"{part}, {lens}"));
        });
        Assert.All(Experiments.All, experiment => Assert.NotNull(ExperimentText.Words.English($"{experiment.Name}.Steps")));
    }

    [Theory]
    [MemberData(nameof(FileNames))]
    public void No_word_stands_in_a_file_that_nobody_says(string name)
    {
        var file = Files.Single(one => one.Name == name);
        var unsaid = file.Names.Where(word => !IsSaid(word) && !IsOfValue(word)).Order(StringComparer.Ordinal).ToList();
        Assert.True(file == LanguageNames.Words ? unsaid.TrueForAll(IsTag) : unsaid.Count == 0, $"Nobody says {string.Join(", ", unsaid)}.");
    }

    [Fact]
    public void Every_name_that_is_asked_for_is_in_a_file()
    {
        var asked = CoreSources.SelectMany(source => Asked().Matches(source)).SelectMany(match => Literal().Matches(match.Value)).Select(match => match.Groups[1].Value)
            .Where(name => name.Length > 1 && char.IsAsciiLetterUpper(name[0])).Distinct().ToList();
        Assert.True(asked.Count > 200, $"Only {asked.Count} names were found.");
        Assert.All(asked, name => Assert.Contains(Files, file => file.Names.Any(word => word == name || word == name + ".other")));
    }

    [Fact]
    public void Every_number_has_the_two_forms_that_English_has() => Assert.All(Files, file =>
    {
        var stems = file.Names.Where(name => Form().IsMatch(name)).Select(name => Form().Replace(name, "")).Distinct();
        Assert.All(stems, stem => Assert.True(file.Names.Contains(stem + ".one") && file.Names.Contains(stem + ".other"), stem));
    });

    private static bool Says(WordFile file, string word) => (file.English(word) ?? file.English(word + ".other")) is not null;

    /// <summary>Whether a name stands in the sources: as it is, by its beginning or its ending where the rest is a code, or in a table of parameters and the like.</summary>
    private static bool IsSaid(string word)
    {
        var stem = Form().Replace(word, "");
        var dot = stem.LastIndexOf('.');
        return Stands($"\"{stem}\"")
            || (dot > 0 && (Stands($"$\"{stem[..stem.IndexOf('.', StringComparison.Ordinal)]}.{{") || Stands($"$\"{stem[..dot]}.{{")))
            || (dot > 0 && Stands($"}}{stem[dot..]}\"") && Stands($"\"{stem[..dot]}\""));
    }

    /// <summary>Whether it is said of one very value of a header.</summary>
    private static bool IsOfValue(string word) => word.LastIndexOf('.') is > 0 and var dot && Stands($"OfValue(\"{word[..dot]}\")");

    /// <summary>Whether it is a language, a region or a script by its tag, of which there are more than could be written out.</summary>
    private static bool IsTag(string word) => word.Length is 2 or 3 && word.All(char.IsAsciiLetterLower);

    private static bool Stands(string text) => Array.Exists(Sources, source => source.Contains(text, StringComparison.Ordinal));

    private static IEnumerable<string> CodesOf(Type type) => type.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static bool IsBuilt(string file) => file.Contains("node_modules", StringComparison.Ordinal) || file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string[] SourcesOf(params string[] folder) =>
    [
        .. Directory.EnumerateFiles(Folder(folder), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor").Where(file => !IsBuilt(file)).Select(File.ReadAllText),
    ];

    private static string Folder(params string[] names)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PixelLab.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine([folder.FullName, .. names]);
    }

    [GeneratedRegex(@"(?:[wW]ords|_writing)\[[^\]]*\]|(?:HeaderLine\.With|HeaderLine\.Always|\.Count)\(""[^""]+""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?<!\$)""([\w.-]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\.(one|other)$")]
    private static partial Regex Form();
}
