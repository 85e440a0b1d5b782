namespace PixelLab.Core.Events;

/// <summary>Reads <c>Cookie</c> headers without judging them: what a browser sent is shown as it was sent.</summary>
public static class CookieText
{
    /// <summary>Reads every <c>Cookie</c> header into its pairs, in order; a name that came twice stands twice.</summary>
    public static IReadOnlyList<NameValue> Parse(IReadOnlyList<NameValue> headers)
    {
        List<NameValue>? cookies = null;
        foreach (var header in headers)
        {
            if (!string.Equals(header.Name, "Cookie", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var range in header.Value.AsSpan().Split(';'))
            {
                var pair = header.Value.AsSpan(range).Trim();
                if (pair.IsEmpty || cookies?.Count >= TextLimits.Cookies)
                {
                    continue;
                }

                var equals = pair.IndexOf('=');
                (cookies ??= []).Add(equals < 0
                    ? new NameValue("", pair.ToString())
                    : new NameValue(pair[..equals].Trim().ToString(), pair[(equals + 1)..].Trim().ToString()));
            }
        }

        return cookies ?? [];
    }
}
