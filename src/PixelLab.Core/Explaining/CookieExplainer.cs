using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Explaining;

/// <summary>Explains cookies that were sent and cookies that the reply sets (RFC 6265bis).</summary>
internal static class CookieExplainer
{
    private const string Control =
        "Blocking third-party cookies keeps it from being sent on other people’s sites. Deleting cookies makes the vendor start with a new number; a private window forgets it when it is closed.";

    /// <summary>Measured: Chromium with third-party cookies blocked goes on keeping those that are marked so (CHIPS).</summary>
    private const string PartitionedControl =
        "Blocking third-party cookies does not stop it in Chromium, because it can’t join visits of different sites. Deleting cookies makes the vendor start with a new number; a blocker that stops the request keeps it back.";

    /// <summary>Explains a cookie that came with the request.</summary>
    public static ExplainedField Sent(NameValue cookie, IVendorWire? wire)
    {
        var known = Known(cookie.Name, wire);
        var meaning = known is not null
            ? $"{known.Says} It came back with {Number(cookie.Value)}."
            : "A cookie that this lab does not know. Some host that shares this name or address stored it earlier.";
        return ExplainedField.Bounded(cookie.Name, cookie.Value, FieldSource.Cookie, meaning, known is { OnlyThisSite: true } ? PartitionedControl : Control);
    }

    /// <summary>Explains a <c>Set-Cookie</c> of the reply.</summary>
    public static ExplainedField Set(string setCookie, IVendorWire? wire)
    {
        var parts = setCookie.Split(';', 20);
        var pair = parts[0].Split('=', 2);
        var name = pair[0].Trim();
        var attributes = parts.Skip(1).Select(Attribute).OfType<string>();
        var isPartitioned = parts.Skip(1).Any(part => part.Trim().Equals("Partitioned", StringComparison.OrdinalIgnoreCase));
        var known = Known(name, wire)?.Says ?? "A cookie that this lab does not know.";
        var meaning = string.Join(' ', [known, .. attributes]);
        return ExplainedField.Bounded(name, setCookie, FieldSource.Cookie, meaning, isPartitioned ? PartitionedControl : Control);
    }

    /// <summary>Whether the vendor knew the browser again, as a sentence; null for a vendor without cookies.</summary>
    public static string? Recognition(Hit hit, IVendorWire? wire)
    {
        if (wire is null || wire.Cookies.Count == 0)
        {
            return null;
        }

        foreach (var cookie in wire.Cookies)
        {
            if (hit.Request.Cookie(cookie.Name) is { Length: > 0 } value)
            {
                var reach = cookie.OnlyThisSite ? ", which counts on this site only" : "";
                return $"It recognised the browser by its cookie {cookie.Name} ({Number(value)}{reach}).";
            }
        }

        foreach (var cookie in wire.Cookies)
        {
            var start = cookie.Name + "=";
            if (hit.SetCookies.FirstOrDefault(set => set.StartsWith(start, StringComparison.Ordinal)) is { } set)
            {
                return $"No cookie came back, so it gave this browser a new number ({Number(set[start.Length..].Split(';', 2)[0])}).";
            }
        }

        return "No cookie came back, so it could not tell whether it had seen this browser before.";
    }

    private static VendorCookie? Known(string name, IVendorWire? wire) =>
        wire?.Cookies.FirstOrDefault(cookie => string.Equals(cookie.Name, name, StringComparison.Ordinal));

    private static string Number(string value) =>
        value.Length > 8 ? $"number …{PlainText.Shown(value[^4..])}" : $"number {PlainText.Shown(value)}";

    private static string? Attribute(string text)
    {
        var pair = text.Split('=', 2);
        var value = pair.Length < 2 ? "" : pair[1].Trim();
        return pair[0].Trim().ToUpperInvariant() switch
        {
            "MAX-AGE" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) => Lifetime(seconds),
            "EXPIRES" => $"It is to be kept until {PlainText.Shown(value, 40)}.",
            "HTTPONLY" => "No script can read it (HttpOnly).",
            "SECURE" => "It is sent over safe connections only (Secure).",
            "SAMESITE" => value.ToUpperInvariant() switch
            {
                "NONE" => "It asks to be sent on other people’s sites too (SameSite=None).",
                "LAX" => "It is sent on its own site and with links that lead there (SameSite=Lax).",
                "STRICT" => "It is sent on its own site only (SameSite=Strict).",
                _ => null,
            },
            "PARTITIONED" => "The browser keeps it apart for each site you visit (Partitioned).",
            "DOMAIN" => $"It is sent to {PlainText.Shown(value, 80)} and all hosts below it.",
            _ => null,
        };
    }

    private static string Lifetime(long seconds) => seconds switch
    {
        <= 0 => "The browser is to delete it.",
        < 172_800 => $"It is to be kept for {ParameterValues.Duration(TimeSpan.FromSeconds(seconds))}.",
        _ => $"It is to be kept for {PlainText.Count(seconds / 86_400, "day", "days")}; no browser keeps one longer than its own limit, in Chromium 400 days.",
    };
}
