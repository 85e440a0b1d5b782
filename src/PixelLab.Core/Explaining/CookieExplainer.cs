using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining;

/// <summary>Explains cookies that were sent and cookies that the reply sets (RFC 6265bis).</summary>
/// <param name="wire">The vendor whose cookies they are, or null.</param>
/// <param name="language">What is said is said in it.</param>
/// <param name="jar">What is known of the jar of the browser that sent them.</param>
internal sealed class CookieExplainer(IVendorWire? wire, Language language, CookieJarVerdict jar = CookieJarVerdict.Unknown)
{
    private const long LongestInHours = 172_800;
    private const long SecondsInDay = 86_400;

    private readonly Words _words = language[CookiesText.Words];

    /// <summary>Explains a cookie that came with the request.</summary>
    public ExplainedField Sent(NameValue cookie)
    {
        var known = Known(cookie.Name);
        var meaning = known is not null
            ? language.Sentences(Says(known), _words["CameBack", Number(cookie.Value)])
            : _words["UnknownSent"];
        return ExplainedField.Bounded(
            cookie.Name, cookie.Value, FieldSource.Cookie, meaning, Control(known is { OnlyThisSite: true }), language);
    }

    /// <summary>Explains a <c>Set-Cookie</c> of the reply.</summary>
    public ExplainedField Set(string setCookie)
    {
        var parts = setCookie.Split(';', 20);
        var name = parts[0].Split('=', 2)[0].Trim();
        var isPartitioned = parts.Skip(1).Any(part => part.Trim().Equals("Partitioned", StringComparison.OrdinalIgnoreCase));
        var says = Known(name) is { } known ? Says(known) : _words["Unknown"];
        return ExplainedField.Bounded(
            name, setCookie, FieldSource.Cookie, language.Sentences([says, .. parts.Skip(1).Select(Attribute)]), Control(isPartitioned), language);
    }

    /// <summary>Whether the vendor knew the browser again, as a sentence; null for a vendor without cookies.</summary>
    public string? Recognition(Hit hit)
    {
        if (wire is null || wire.Cookies.Count == 0)
        {
            return null;
        }

        foreach (var cookie in wire.Cookies)
        {
            if (hit.Request.Cookie(cookie.Name) is { Length: > 0 } value)
            {
                return _words[cookie.OnlyThisSite || jar == CookieJarVerdict.Partitioned ? "RecognisedHere" : "Recognised", cookie.Name, Number(value)];
            }
        }

        foreach (var cookie in wire.Cookies)
        {
            var start = cookie.Name + "=";
            if (hit.SetCookies.FirstOrDefault(set => set.StartsWith(start, StringComparison.Ordinal)) is { } set)
            {
                return _words["Given", Number(set[start.Length..].Split(';', 2)[0])];
            }
        }

        return _words["NotRecognised"];
    }

    private VendorCookie? Known(string name) =>
        wire?.Cookies.FirstOrDefault(cookie => string.Equals(cookie.Name, name, StringComparison.Ordinal));

    /// <summary>What it is for: what it does in this browser's jar, or in either kind where the jar is not known yet.</summary>
    private string Says(VendorCookie cookie) =>
        language[wire!.Words].Find($"Cookie.{cookie.Name}.{jar}") ?? language[wire!.Words][$"Cookie.{cookie.Name}"];

    /// <summary>Measured: Chromium with third-party cookies blocked goes on keeping those that are marked “Partitioned” (CHIPS).</summary>
    private string Control(bool isPartitioned) => _words[isPartitioned ? "Control.Partitioned" : "Control"];

    private string Number(string value) =>
        value.Length > 8 ? _words["NumberEnd", PlainText.Shown(value[^4..])] : _words["Number", PlainText.Shown(value)];

    private string? Attribute(string text)
    {
        var pair = text.Split('=', 2);
        var value = pair.Length < 2 ? "" : pair[1].Trim();
        return pair[0].Trim().ToUpperInvariant() switch
        {
            "MAX-AGE" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) => Lifetime(seconds),
            "EXPIRES" => _words["Until", PlainText.Shown(value, 40)],
            "HTTPONLY" => _words["HttpOnly"],
            "SECURE" => _words["Secure"],
            "SAMESITE" => value.ToUpperInvariant() switch
            {
                "NONE" => _words["SameSite.None"],
                "LAX" => _words["SameSite.Lax"],
                "STRICT" => _words["SameSite.Strict"],
                _ => null,
            },
            "PARTITIONED" => _words["Partitioned"],
            "DOMAIN" => _words["Domain", PlainText.Shown(value, 80)],
            _ => null,
        };
    }

    private string Lifetime(long seconds) => seconds switch
    {
        <= 0 => _words["Delete"],
        < LongestInHours => _words["Keep", language.Duration(TimeSpan.FromSeconds(seconds))],
        _ => _words.Count("KeepLong", seconds / SecondsInDay),
    };
}
