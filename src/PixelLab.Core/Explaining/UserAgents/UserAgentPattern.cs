using System.Text.RegularExpressions;

namespace PixelLab.Core.Explaining.UserAgents;

/// <summary>
/// One pattern of uap-core: an expression, and for each part of the answer either a replacement or the group of the
/// same place (uap-core, docs/specification.md).
/// </summary>
/// <param name="expression">The regular expression as the file holds it.</param>
/// <param name="ignoreCase">Whether the file marks it with the flag <c>i</c>.</param>
/// <param name="replacements">What stands in the place of group 1, 2, 3 …; null where the group itself does.</param>
internal sealed class UserAgentPattern(string expression, bool ignoreCase, IReadOnlyList<string?> replacements)
{
    /// <summary>
    /// The patterns are written against runaway backtracking, and the text is short; this is for the one that was
    /// overlooked.
    /// </summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(100);

    private Regex? _regex;

    /// <summary>The parts of the answer, or null where the pattern does not match.</summary>
    /// <exception cref="RegexMatchTimeoutException">The pattern ran away.</exception>
    public IReadOnlyList<string?>? Match(string userAgent)
    {
        // Two threads may both make it; either is as good. Most patterns are never needed and stay text.
        var regex = _regex ??= new Regex(
            expression,
            RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None),
            Timeout);
        var match = regex.Match(userAgent);
        if (!match.Success)
        {
            return null;
        }

        var parts = new string?[replacements.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = replacements[i] is { } replacement ? Fill(replacement, match) : Group(match, i + 1);
        }

        return parts;
    }

    private static string? Group(Match match, int number) =>
        match.Groups[number] is { Success: true, Length: > 0 } group ? group.Value : null;

    private static string? Fill(string replacement, Match match)
    {
        if (!replacement.Contains('$', StringComparison.Ordinal))
        {
            return replacement;
        }

        for (var number = 1; number <= 9; number++)
        {
            replacement = replacement.Replace("$" + (char)('0' + number), Group(match, number) ?? "", StringComparison.Ordinal);
        }

        return replacement.Trim() is { Length: > 0 } filled ? filled : null;
    }
}
