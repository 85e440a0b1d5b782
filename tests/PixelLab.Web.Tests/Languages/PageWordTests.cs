using System.Text.RegularExpressions;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Yours.Known;
using PixelLab.Web.Running;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Languages;

/// <summary>There is no word in a page's resource file that nobody says. Those of the core are held to it by its own <c>WordFileTests</c>.</summary>
public sealed partial class PageWordTests
{
    /// <summary>What the names of some words are made of: a value stands where others are written out.</summary>
    private static readonly string[] Values = [.. Enum.GetNames<AdAudience>(), .. KnownVendors.All.Select(vendor => vendor.Category).Distinct(),
        .. SettingList.All.Select(setting => setting.Name), .. Enum.GetNames<StoreCause>()];

    private static readonly string[] Files = [.. FilesOf("*.resx")];

    private static readonly (string Path, string Text)[] Sources = [.. FilesOf("*.cs").Concat(FilesOf("*.razor")).Select(file => (file, File.ReadAllText(file)))];

    private static readonly Lazy<string> Scripts = new(() => string.Concat(FilesOf("*.ts").Select(File.ReadAllText)));

    public static TheoryData<string> Names => [.. Files.Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_word_stands_in_a_file_that_nobody_says(string name)
    {
        var file = Files.Single(one => Path.GetFileNameWithoutExtension(one) == name);
        var sources = SourcesOf(file, name);
        var patterns = sources.SelectMany(PatternsIn).Distinct().Select(pattern => new Regex(pattern, RegexOptions.ExplicitCapture)).ToList();
        var said = sources.SelectMany(source => Literal().Matches(source)).Select(match => match.Groups["words"].Value).Concat(Values).ToHashSet(StringComparer.Ordinal);

        var unsaid = Key().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value)
            .Where(key => Form().Replace(key, "") is var stem && !said.Contains(stem) && !patterns.Exists(pattern => pattern.IsMatch(stem)) && !IsOfScripts(stem));

        Assert.Empty(unsaid);
    }

    [Theory]
    [InlineData("Text[$\"Lens.{lens}\"]", "Lens.Both", true)]
    [InlineData("Text[$\"Lens.{lens}\"]", "Lens", false)]
    [InlineData("Text[$\"{Said(\"x\")}.How\"]", "Everybody.How", true)]
    [InlineData("Text[\"Example-\" + name]", "Example-lazy", true)]
    [InlineData("Text[Beside + \"Objectives\"]", "SheetObjectives", true)]
    [InlineData("Text[$\"{lens}\"]", "Both", false)]
    [InlineData("Url($\"/lens/{lens} both\")", "/lens/a both", false)]
    public void A_name_that_is_put_together_is_known_by_its_parts(string source, string word, bool isSaid) =>
        Assert.Equal(isSaid, PatternsIn(source).Any(pattern => Regex.IsMatch(word, pattern)));

    /// <summary>Where its words are said: in its folder and wherever its class is named; those without a class are said in any place.</summary>
    private static List<string> SourcesOf(string file, string name) =>
    [
        .. Sources.Where(source => !File.Exists(Path.ChangeExtension(file, ".cs")) || source.Path.StartsWith(Path.GetDirectoryName(file) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || Regex.IsMatch(source.Text, $@"\b{name}\b")).Select(source => source.Text),
    ];

    /// <summary>The names that are put together of a part that is written out, and of values.</summary>
    private static IEnumerable<string> PatternsIn(string source) =>
    [
        .. Composed().Matches(source).Select(match => Value().Replace(match.Groups["words"].Value, "\0")).Where(name => Part().IsMatch(name))
            .Select(name => $"^{Regex.Escape(name).Replace("\0", ".+", StringComparison.Ordinal)}$"),
        .. Start().Matches(source).Select(match => $"^{Regex.Escape(match.Groups["words"].Value)}.+$"),
        .. End().Matches(source).Select(match => $"^.+{Regex.Escape(match.Groups["words"].Value)}$"),
    ];

    /// <summary>Whether it is a word that a page hands to its script, where it has a name that begins small.</summary>
    private static bool IsOfScripts(string word) =>
        word.StartsWith("Script", StringComparison.Ordinal) && Regex.IsMatch(Scripts.Value, $@"\b{char.ToLowerInvariant(word[6])}{Regex.Escape(word[7..])}\b");

    private static IEnumerable<string> FilesOf(string kind) => Directory.EnumerateFiles(Checkout.Lab, kind, SearchOption.AllDirectories).Where(file => !Made().IsMatch(file));

    [GeneratedRegex(@"[/\\](obj|bin|node_modules)[/\\]")]
    private static partial Regex Made();

    [GeneratedRegex(@"<data name=""(?<name>[^""]+)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\.(one|other)$")]
    private static partial Regex Form();

    [GeneratedRegex(@"""(?<words>[\w. -]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\$""(?<words>(?:[^""{}]|\{(?:[^{}""]|""[^""]*"")*\})*)""")]
    private static partial Regex Composed();

    [GeneratedRegex(@"\{(?:[^{}""]|""[^""]*"")*\}")]
    private static partial Regex Value();

    /// <summary>A name with a value in it and at least two letters of its own.</summary>
    [GeneratedRegex(@"^(?=.*\0)(?=.*[A-Za-z]{2})[\w.\0-]+$")]
    private static partial Regex Part();

    [GeneratedRegex(@"""(?<words>[A-Z][\w.-]+)"" \+")]
    private static partial Regex Start();

    [GeneratedRegex(@"\+ ""(?<words>[A-Za-z.]{3,})""")]
    private static partial Regex End();
}
