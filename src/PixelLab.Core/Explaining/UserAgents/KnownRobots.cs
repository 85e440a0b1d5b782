using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PixelLab.Core.Explaining.UserAgents;

/// <summary>
/// The names of robots that the field keeps (npm package crawler-user-agents), beside what uap-core calls a spider; and the habits by which
/// those tell themselves that no list has yet. The list is in the assembly (see KnownData.targets) and is read once, when the first user
/// agent is.
/// </summary>
internal sealed class KnownRobots
{
    private const string Resource = "crawler-user-agents.json";
    private const string Special = @"\^$.*+?()[]{}|";

    /// <summary>A browser without a window, whoever steers it: the lab's own tests are such browsers.</summary>
    private const string Headless = "HeadlessChrome";

    private static readonly Lazy<KnownRobots> Shared = new(Load);

    /// <summary>
    /// Robots name what they do, where to read or to write about them, or the library that fetches for them; some put their name before a browser's, or
    /// into its <c>(KHTML, like Gecko)</c>, which no browser does.
    /// </summary>
    private static readonly Regex SaysSo = Linear(
        """
        bot\b|crawl|spider|slurp|archiver|scraper|fetcher|preview|validator|linkcheck|monitor|scanner|checker|verifier|collector|detector|extractor
        |classifier|inspector|transcoder|analyz|synthetic|probe|observatory|diagnostics|insights|thumbnail|proxy\b|\brss|feed|research|measurement
        |(?:\+|;\s?|\()https?://|\w@[\w-]+(?:\.|\[at\])[a-z]{2}|\bgoogle-[a-z]|[a-z]-google\b|googleweblight
        |like\ Gecko;|.[,|]\ ?mozilla/|^[\w.-]*(?:http|requests?|curl|urllib|client|runtime|api)[\w.-]*/
        """,
        RegexOptions.IgnorePatternWhitespace);

    /// <summary>A phone and its build, which their makers name as they like: “CUBOT”, “M bot”, “Fever”, and a build that the list takes for a robot's name.</summary>
    private static readonly Regex Phone = Linear(@"Android [\d.]+;(?: [a-z]{2}-[a-z]{2};)? [^;)]*", RegexOptions.None);

    private readonly string[] _names;
    private readonly SearchValues<string> _anyName;
    private readonly Regex[] _shapes;

    private KnownRobots(IEnumerable<string> patterns)
    {
        var byShape = patterns.Where(pattern => pattern != Headless).ToLookup(pattern => NameOf(pattern) is null);
        _names = [.. byShape[false].Select(pattern => NameOf(pattern)!)];
        _anyName = SearchValues.Create(_names, StringComparison.Ordinal);
        _shapes = [.. byShape[true].Select(pattern => new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))];
    }

    /// <summary>The list, read on first use.</summary>
    public static KnownRobots Instance => Shared.Value;

    /// <summary>Whether a text is that of a robot: on the list, or by what it calls itself.</summary>
    public bool Has(string userAgent)
    {
        var told = Phone.Replace(userAgent, "");
        return told.AsSpan().ContainsAny(_anyName) || _shapes.Any(shape => shape.IsMatch(told)) || SaysSo.IsMatch(told);
    }

    /// <summary>The name by which the list knows it; null where only its habits tell.</summary>
    public string? NameIn(string userAgent) =>
        _names.Where(name => userAgent.Contains(name, StringComparison.Ordinal)).MaxBy(name => name.Length)?.Trim('/', ' ', '(', ')', ';');

    /// <summary>
    /// An expression that needs as long as the text is, and so no clock: one that is stopped by the clock takes a browser for a robot where the machine was busy.
    /// </summary>
    private static Regex Linear(string expression, RegexOptions options) =>
        new(expression, options | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>The text that a pattern stands for, where it is nothing but a text.</summary>
    private static string? NameOf(string pattern)
    {
        var name = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length && !char.IsLetterOrDigit(pattern[i + 1]))
            {
                i++;
            }
            else if (Special.Contains(pattern[i], StringComparison.Ordinal))
            {
                return null;
            }

            name.Append(pattern[i]);
        }

        return name.ToString();
    }

    private static KnownRobots Load()
    {
        using var stream = typeof(KnownRobots).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly was built without {Resource}.");
        using var list = JsonDocument.Parse(stream);
        return new KnownRobots([.. list.RootElement.EnumerateArray().Select(robot => robot.GetProperty("pattern").GetString()!)]);
    }
}
