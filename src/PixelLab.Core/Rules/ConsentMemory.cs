using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Rules;

/// <summary>
/// How a site remembers an answer: as the text of a first-party cookie. The banner's kind stands in it, since an answer
/// counts only for the banner it was given to: a click on “OK” under a notice is no consent once consent is asked for.
/// </summary>
public static class ConsentMemory
{
    private const string Nothing = "nothing";
    private const int MaxLength = 100;

    /// <summary>The cookie’s name. The site is in it for the addressing modes in which all sites share one jar, the seat since learners may share a browser.</summary>
    public static string CookieName(string site, SeatId seat) => seat.IsDefault ? "consent_" + site : $"consent_{site}_{seat}";

    /// <summary>An answer as text: <c>opt_in.analytics</c>, <c>opt_in.nothing</c>.</summary>
    public static string Write(Regime regime, IReadOnlyCollection<string> granted) =>
        $"{regime.Name()}.{(granted.Count == 0 ? Nothing : string.Join('.', granted))}";

    /// <summary>Reads an answer back. What cannot be read, or was given to another kind of banner, is no answer.</summary>
    public static ConsentState Read(string? text, Regime regime)
    {
        var prefix = regime.Name() + ".";
        if (text is null or { Length: > MaxLength } || !text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return ConsentState.Unanswered;
        }

        var granted = text[prefix.Length..];
        if (granted == Nothing)
        {
            return ConsentState.Of();
        }

        var purposes = granted.Split('.');
        return purposes.All(Purposes.All.Contains) ? ConsentState.Of(purposes) : ConsentState.Unanswered;
    }
}
