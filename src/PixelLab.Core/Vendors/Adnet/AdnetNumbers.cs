using PixelLab.Core.Events;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>The numbers by which a company knows the browser behind a hit.</summary>
public static class AdnetNumbers
{
    private const int MostLength = 64;

    /// <summary>The network's numbers of the hit, the one that reaches across sites first: as sent, else as just given.</summary>
    public static IReadOnlyList<string> Of(Hit hit) => Of(hit, AdnetWire.IdCookie, AdnetWire.PartitionedIdCookie);

    /// <summary>The number that came with the request, or null: a number just given may never come back.</summary>
    public static string? Sent(CapturedRequest request) =>
        Usable(request.Cookie(AdnetWire.IdCookie)) ?? Usable(request.Cookie(AdnetWire.PartitionedIdCookie));

    /// <summary>A company's numbers of the hit, by the names of its cookies.</summary>
    public static IReadOnlyList<string> Of(Hit hit, params ReadOnlySpan<string> cookies)
    {
        var numbers = new List<string>(cookies.Length);
        foreach (var name in cookies)
        {
            if ((Usable(hit.Request.Cookie(name)) ?? Usable(Given(hit, name))) is { } number && !numbers.Contains(number))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

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
