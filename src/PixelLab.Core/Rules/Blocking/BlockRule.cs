using PixelLab.Core.Events;

namespace PixelLab.Core.Rules.Blocking;

/// <summary>
/// One rule in the syntax that the common blockers share: <c>||host^</c>, <c>|start</c>, <c>end|</c>, <c>*</c>, <c>^</c>, <c>@@</c> for
/// an exception, and after <c>$</c> the options <c>image</c>, <c>script</c>, <c>subdocument</c>, <c>ping</c>, <c>third-party</c> and
/// <c>domain=</c>.
/// </summary>
public sealed class BlockRule
{
    private readonly BlockPattern _pattern;
    private readonly RequestType _types;
    private readonly bool? _thirdParty;
    private readonly IReadOnlyList<string> _onlyOn;
    private readonly IReadOnlyList<string> _neverOn;

    private BlockRule(string text, string pattern, bool isException, Options options)
    {
        Text = text;
        IsException = isException;
        _pattern = new BlockPattern(pattern);
        _types = options.Types == RequestType.None ? RequestType.Any : options.Types;
        _thirdParty = options.ThirdParty;
        _onlyOn = options.OnlyOn;
        _neverOn = options.NeverOn;
    }

    /// <summary>The rule as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether it lets through instead of stopping.</summary>
    public bool IsException { get; }

    /// <summary>Reads a rule; null where it uses something that is not known here, as blockers pass over such rules.</summary>
    public static BlockRule? Parse(string line)
    {
        var text = line.Trim();
        if (text.Length is 0 or > TextLimits.BlockerRule || text.Contains("##", StringComparison.Ordinal) || text.Contains("#@#", StringComparison.Ordinal))
        {
            return null;
        }

        var isException = text.StartsWith("@@", StringComparison.Ordinal);
        var body = isException ? text[2..] : text;
        var dollar = body.LastIndexOf('$');
        var pattern = dollar < 0 ? body : body[..dollar];
        return pattern.Trim('*', '|', '^').Length > 0 && Options.Parse(dollar < 0 ? "" : body[(dollar + 1)..]) is { } options
            ? new BlockRule(text, pattern, isException, options)
            : null;
    }

    /// <summary>Whether the rule speaks of this request.</summary>
    public bool Matches(BlockRequest request) =>
        (_types & request.Type) != 0
        && (_thirdParty is null || _thirdParty == request.IsThirdParty)
        && (_onlyOn.Count == 0 || _onlyOn.Any(domain => IsOn(request.PageHost, domain)))
        && !_neverOn.Any(domain => IsOn(request.PageHost, domain))
        && _pattern.IsMatch(request.Url);

    private static bool IsOn(string host, string domain) =>
        string.Equals(host, domain, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    private sealed record Options(RequestType Types, bool? ThirdParty, IReadOnlyList<string> OnlyOn, IReadOnlyList<string> NeverOn)
    {
        public static Options? Parse(string text)
        {
            var options = new Options(RequestType.None, null, [], []);
            foreach (var option in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var next = option switch
                {
                    "image" => options with { Types = options.Types | RequestType.Image },
                    "script" => options with { Types = options.Types | RequestType.Script },
                    "subdocument" => options with { Types = options.Types | RequestType.Subdocument },
                    "ping" => options with { Types = options.Types | RequestType.Ping },
                    "third-party" or "3p" => options with { ThirdParty = true },
                    "~third-party" or "1p" => options with { ThirdParty = false },
                    _ when option.StartsWith("domain=", StringComparison.Ordinal) => options.WithDomains(option[7..]),
                    _ => null,
                };
                if (next is null)
                {
                    return null;
                }

                options = next;
            }

            return options;
        }

        private Options WithDomains(string list)
        {
            var domains = list.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return this with
            {
                OnlyOn = [.. domains.Where(domain => !domain.StartsWith('~'))],
                NeverOn = [.. domains.Where(domain => domain.StartsWith('~')).Select(domain => domain[1..])],
            };
        }
    }
}
