using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PixelLab.Core.Explaining.UserAgents;

/// <summary>
/// The patterns of uap-core, the data set that user agent readers of many languages share. The file is in the assembly
/// (see KnownData.targets) and is read once, when the first user agent is.
/// </summary>
internal sealed class UserAgentPatterns
{
    private const string Resource = "uap-core.regexes.yaml";

    /// <summary>After so many runaway patterns a text is left unread: it was made to be slow.</summary>
    private const int MostTimeouts = 2;

    private static readonly Lazy<UserAgentPatterns> Shared = new(Load);

    private static readonly Dictionary<string, string[]> PartsByList = new(StringComparer.Ordinal)
    {
        ["user_agent_parsers"] = ["family_replacement", "v1_replacement", "v2_replacement"],
        ["os_parsers"] = ["os_replacement", "os_v1_replacement", "os_v2_replacement", "os_v3_replacement"],
        ["device_parsers"] = ["device_replacement"],
    };

    private readonly Dictionary<string, List<UserAgentPattern>> _lists = new(StringComparer.Ordinal);

    private UserAgentPatterns(TextReader yaml)
    {
        // The parser's events, not its object model: a tenth of a second less at the first hit.
        var parser = new Parser(yaml);
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = parser.Consume<Scalar>().Value;
            _lists[name] = ReadList(parser, PartsByList.GetValueOrDefault(name, []));
        }
    }

    /// <summary>The patterns, read on first use.</summary>
    public static UserAgentPatterns Instance => Shared.Value;

    /// <summary>The browser's family, major and minor version.</summary>
    public IReadOnlyList<string?>? Browser(string userAgent) => First("user_agent_parsers", userAgent);

    /// <summary>The operating system's family and up to three parts of its version.</summary>
    public IReadOnlyList<string?>? OperatingSystem(string userAgent) => First("os_parsers", userAgent);

    /// <summary>The device's family; <c>Spider</c> for a robot.</summary>
    public IReadOnlyList<string?>? Device(string userAgent) => First("device_parsers", userAgent);

    private IReadOnlyList<string?>? First(string list, string userAgent)
    {
        var timeouts = 0;
        foreach (var pattern in _lists.GetValueOrDefault(list, []))
        {
            try
            {
                if (Match(pattern, userAgent) is { } parts)
                {
                    return parts;
                }
            }
            catch (RegexMatchTimeoutException) when (++timeouts < MostTimeouts)
            {
                continue;
            }
            catch (RegexMatchTimeoutException)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The clock runs on while the machine does something else. A pattern that truly runs away does so again.</summary>
    private static IReadOnlyList<string?>? Match(UserAgentPattern pattern, string userAgent)
    {
        try
        {
            return pattern.Match(userAgent);
        }
        catch (RegexMatchTimeoutException)
        {
            return pattern.Match(userAgent);
        }
    }

    private static UserAgentPatterns Load()
    {
        using var stream = typeof(UserAgentPatterns).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly was built without {Resource}.");
        using var reader = new StreamReader(stream);
        return new UserAgentPatterns(reader);
    }

    private static List<UserAgentPattern> ReadList(Parser parser, string[] parts)
    {
        var patterns = new List<UserAgentPattern>(700);
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            patterns.Add(ReadPattern(parser, parts));
        }

        return patterns;
    }

    private static UserAgentPattern ReadPattern(Parser parser, string[] parts)
    {
        var expression = "";
        var ignoreCase = false;
        var replacements = new string?[parts.Length];
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>().Value;
            var value = parser.Consume<Scalar>().Value;
            switch (key)
            {
                case "regex":
                    expression = value;
                    break;
                case "regex_flag":
                    ignoreCase = value == "i";
                    break;
                default:
                    if (Array.IndexOf(parts, key) is >= 0 and var index)
                    {
                        replacements[index] = value;
                    }

                    break;
            }
        }

        return new UserAgentPattern(expression, ignoreCase, replacements);
    }
}
