using System.Text.RegularExpressions;

namespace PixelLab.Web.Tests.Languages;

/// <summary>
/// Words for people lie in resource files, where a language can translate them. This finds those that stand in a <c>.razor</c> file instead: text between
/// tags, what of a tag is seen or read out, and prose in the file's C#. One word alone in C# it can't tell from a key, and other C# it does not
/// read.
/// </summary>
public sealed partial class StrayWordTests
{
    private static readonly string[] Pages = [.. Directory.EnumerateFiles(Checkout.Lab, "*.razor", SearchOption.AllDirectories).Where(file => !Made().IsMatch(file))];

    public static TheoryData<string> Folders => [.. Pages.Select(FolderOf).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_words_stand_in_pages(string folder)
    {
        var found = Pages.Where(page => FolderOf(page) == folder)
            .SelectMany(page => WordsIn(File.ReadAllText(page)).Select(word => $"{folder}/{Path.GetFileName(page)}:{word}")).ToList();

        Assert.True(found.Count == 0, string.Join('\n', found.Prepend("Words that belong into a resource file:")));
    }

    [Theory]
    [InlineData("<p>\n  A word.\n</p>", "2: A word.")]
    [InlineData("<p>@Text[\"Name\"] more</p>", "1: more")]
    [InlineData("@if (a < b && c > d)\n{\n  <b>yes</b>\n}", "3: yes")]
    [InlineData("<a href=\"x\" aria-label=\"Go\">@Name</a>", "1: Go")]
    [InlineData("<Frame Title=\"@Text[\"Name\"]\" Description=\"What it is\" />", "1: What it is")]
    [InlineData("<p title=\"@(isOn ? \"It is on\" : null)\"></p>", "1: It is on")]
    [InlineData("<p></p>\n@code {\n  string Said => $\"It was {how}\";\n}", "3: It was {how}")]
    [InlineData("@code {\n  RenderFragment Part =>\n    @<p>\n      Said\n    </p>;\n}", "4: Said")]
    public void A_word_is_found_with_its_line(string page, string found) => Assert.Equal([found], WordsIn(page));

    [Theory]
    [InlineData("@* A word. *@\n@using Some.Where\n<!-- A word. -->")]
    [InlineData("<p class=\"some more\">@One?.Name @Text[\"Name\", Count(\"a b\".Length, b)] · @(\"x\")&nbsp;PixelLab</p>")]
    [InlineData("@foreach (var (one, two) in Both(\"a\"))\n{\n  var three = one < two;\n  switch (one)\n  {\n    case Kind.Of or Kind.By:\n      <br>\n      break;\n  }\n}\nelse\n{\n}")]
    [InlineData("<Frame IsOn=\"One.Two(Three, Four)\" To=\"@(choice => Path($\"/{choice.Name}\"))\" />")]
    [InlineData("@code {\n  /// <summary>What it is.</summary>\n  string Kind => \"some-kind\"; // as said \"so and so\"\n  string Line => $\"M{one} {two + three} L{one}Z\";\n}")]
    public void What_nobody_reads_is_no_word(string page) => Assert.Empty(WordsIn(page));

    private static string FolderOf(string page) => Path.GetRelativePath(Checkout.Lab, Path.GetDirectoryName(page)!).Replace('\\', '/');

    /// <summary>The words in one page, each with its line.</summary>
    private static List<string> WordsIn(string page)
    {
        // What is no word is blanked letter for letter, so that places stay what they are.
        var text = Unread().Replace(page, Blank);
        var start = Code().Match(text) is { Success: true } block ? block.Index : text.Length;
        var code = text[start..];
        var markup = text[..start] + BetweenTemplates().Replace(code, Blank);
        var spoken = Statements().Replace(Expressions().Replace(markup, Blank), Blank);

        IEnumerable<(int Place, string Words)> found =
        [
            .. Expressions().Matches(markup).SelectMany(part => Found(Literals(), part.Value, part.Index)).Where(one => IsProse(one.Words)),
            .. Found(Literals(), Tags().Replace(code, Blank), start).Where(one => IsProse(one.Words)),
            .. Tags().Matches(spoken).SelectMany(tag => Found(Spoken(), tag.Value, tag.Index)),
            .. Found(Lines(), Tags().Replace(spoken, Blank), 0),
        ];
        return
        [
            .. found.Where(one => Word().IsMatch(Values().Replace(Names().Replace(one.Words, ""), " "))).Distinct().OrderBy(one => one.Place)
                .Select(one => $"{page[..one.Place].Count(letter => letter == '\n') + 1}: {one.Words.Trim()}"),
        ];
    }

    private static IEnumerable<(int Place, string Words)> Found(Regex what, string text, int start) =>
        what.Matches(text).Select(match => match.Groups["words"]).Select(words => (start + words.Index, words.Value));

    private static bool IsProse(string words) => Prose().IsMatch(Values().Replace(words, "{}"));

    private static string Blank(Match match) => NoNewline().Replace(match.Value, " ");

    [GeneratedRegex(@"[/\\](obj|bin|node_modules)[/\\]")]
    private static partial Regex Made();

    [GeneratedRegex(@"[^\n]")]
    private static partial Regex NoNewline();

    /// <summary>Comments, code, scripts and styles, classes, names of signs, and what stands at a file's head.</summary>
    [GeneratedRegex(@"(?s:@\*.*?\*@|<!--.*?-->|<(code|script|style)\b[^>]*>.*?</\1>)|class=""@\(.*?\)""(?=[\s>/])|&\#?\w+;|^@(using|inherits|implements|inject|page|attribute|layout)\b.*$|(?<![:\w""'/])//.*$", RegexOptions.Multiline)]
    private static partial Regex Unread();

    [GeneratedRegex(@"^@code\b.*", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    /// <summary>In a block of code, all but the markup of its templates.</summary>
    [GeneratedRegex(@"(?:^@code|(?<=>;\n)).*?(?=@<|\z)", RegexOptions.Singleline)]
    private static partial Regex BetweenTemplates();

    /// <summary>C# within markup: a name with what follows it, or something in brackets, with brackets in it.</summary>
    [GeneratedRegex(@"@(?:(?:if|foreach|for|switch|while)\s*(?=\()|(?:[\w.]|\?\.)*\w)?(?:(?:(?<open>[(\[])(?:""(?:[^""\\\n]|\\.)*""|[^()\[\]""]|(?<open>[(\[])|(?<-open>[)\]]))*?(?(open)(?!)))(?:\.[\w.]+)?)*")]
    private static partial Regex Expressions();

    [GeneratedRegex(@"^\s*(?:else(?:\s+if\s*\(.*\))?|case\b.*:|default:|break;|(?:switch|if|foreach|for|while)\s*\(.*\)|var\b.*;|\{.*\})\s*$", RegexOptions.Multiline)]
    private static partial Regex Statements();

    [GeneratedRegex(@"""(?<words>(?:[^""\\\n]|\\.)*)""")]
    private static partial Regex Literals();

    [GeneratedRegex(@"\{(?:[^{}]|\{[^{}]*\})*\}")]
    private static partial Regex Values();

    /// <summary>Two words, or one and a value, or the end of a sentence.</summary>
    [GeneratedRegex(@"\p{L}[,;:]? [\p{L}{]|}[,;:]? \p{L}|\p{L}{2,}[.?!…]$")]
    private static partial Regex Prose();

    [GeneratedRegex(@"</?[!a-zA-Z](?:[^<>""]|""[^""]*"")*>")]
    private static partial Regex Tags();

    /// <summary>What of a tag is seen or read out.</summary>
    [GeneratedRegex(@"(?<![\w-])(?i:aria-label|aria-description|title|pagetitle|description|placeholder|alt|label|effect|seetext|opens)=""(?<words>[^""]*)""")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"^(?<words>.*\S.*)$", RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    /// <summary>Names that are the same in every language.</summary>
    [GeneratedRegex(@"PixelLab|Metrics|AdNet")]
    private static partial Regex Names();
}
