using PixelLab.Core.Events;

namespace PixelLab.Core.Vendors.Wire;

/// <summary>The numbers by which a company knows the browser behind a hit.</summary>
public static class VendorNumbers
{
    private const int MostLength = 64;

    /// <summary>The vendor's numbers of the hit, the one that reaches furthest first: as sent, else as just given.</summary>
    public static IReadOnlyList<string> NumbersOf(this IVendorWire vendor, Hit hit)
    {
        var numbers = new List<string>(vendor.Cookies.Count);
        foreach (var cookie in vendor.Cookies)
        {
            if ((Usable(hit.Request.Cookie(cookie.Name)) ?? Usable(Given(hit, cookie.Name))) is { } number && !numbers.Contains(number))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    /// <summary>The number that came with the request, or null: a number just given may never come back.</summary>
    public static string? NumberSent(this IVendorWire vendor, CapturedRequest request) =>
        vendor.Cookies.Select(cookie => Usable(request.Cookie(cookie.Name))).FirstOrDefault(number => number is not null);

    /// <summary>Whether the number that came with the request is one that the browser keeps for this one site.</summary>
    public static bool IsNumberOfOneSite(this IVendorWire vendor, CapturedRequest request) =>
        vendor.Cookies.FirstOrDefault(cookie => Usable(request.Cookie(cookie.Name)) is not null) is { OnlyThisSite: true };

    private static string? Given(Hit hit, string name)
    {
        foreach (var cookie in hit.SetCookies)
        {
            if (cookie.Length > name.Length && cookie[name.Length] == '=' && cookie.StartsWith(name, StringComparison.Ordinal))
            {
                var end = cookie.IndexOf(';', StringComparison.Ordinal);
                return cookie[(name.Length + 1)..(end < 0 ? cookie.Length : end)];
            }
        }

        return null;
    }

    private static string? Usable(string? number) => number is { Length: > 0 and <= MostLength } ? number : null;
}
