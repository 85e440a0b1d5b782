using System.Globalization;

namespace PixelLab.Core.Town.Feed;

/// <summary>Draws the photograph that somebody put under a post, as an SVG document of 640 by 360.</summary>
public static class PostPicture
{
    /// <summary>What the picture shows, in words.</summary>
    public static string Words(FeedPost post) => post.Subject == "camping"
        ? "A tent by a lake at night, under stars"
        : "Dark clouds over roofs and a harbour";

    /// <summary>The picture of a post.</summary>
    public static string Draw(FeedPost post) => post.Subject == "camping" ? Night(post.Id) : Clouds();

    private static string Night(int seed)
    {
        var stars = string.Concat(Enumerable.Range(0, 46).Select(place => string.Create(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{(place * 97 + seed * 31) % 640}\" cy=\"{(place * 53 + seed * 17) % 190}\" r=\"{(place % 3 == 0 ? 1.8 : 1)}\"/>")));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360">
            <linearGradient id="s" x2="0" y2="1"><stop stop-color="#0b1436"/><stop offset="1" stop-color="#3d4f86"/></linearGradient>
            <path fill="url(#s)" d="M0 0h640v360H0z"/>
            <g fill="#fff">{stars}</g>
            <path fill="#1b2750" d="M0 230l90-70 80 50 110-96 120 104 90-60 150 80v122H0z"/>
            <path fill="#2c3c72" d="M0 262h640v98H0z"/><path fill="#0d1530" d="M0 300q160-26 320-6t320-10v76H0z"/>
            <path fill="#f2a541" d="M250 306l66-92 66 92z"/><path fill="#c9772a" d="M316 214l66 92h-40z"/><path fill="#ffe2a8" d="M300 306l16-44 16 44z"/>
            </svg>

            """;
    }

    private static string Clouds() => """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360">
        <linearGradient id="s" x2="0" y2="1"><stop stop-color="#56616f"/><stop offset="1" stop-color="#c3c9cc"/></linearGradient>
        <path fill="url(#s)" d="M0 0h640v360H0z"/>
        <g fill="#3f4955"><ellipse cx="140" cy="80" rx="190" ry="56"/><ellipse cx="380" cy="56" rx="220" ry="62"/><ellipse cx="570" cy="104" rx="150" ry="46"/></g>
        <g fill="#4d5866"><ellipse cx="250" cy="112" rx="150" ry="34"/><ellipse cx="470" cy="126" rx="130" ry="28"/></g>
        <path fill="#6d7b85" d="M0 268h640v92H0z"/>
        <path fill="#39434c" d="M0 300v-72h60v-30l40-30 40 30v40h46v-24h52v-38l34-26 34 26v46h70v-30h60v56h70v-40l36-26 36 26v74h62v30z"/>
        <g fill="none" stroke="#f4f4f0" stroke-width="3" stroke-linecap="round"><path d="M92 164l8-5 8 5M262 146l8-5 8 5M282 142l8-5 8 5M566 168l8-5 8 5"/></g>
        </svg>

        """;
}
