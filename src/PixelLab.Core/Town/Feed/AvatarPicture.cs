using System.Globalization;

namespace PixelLab.Core.Town.Feed;

/// <summary>Draws a person's picture as an SVG document of 96 by 96: a face of a few shapes, the same each time.</summary>
public static class AvatarPicture
{
    private static readonly string[] Skins = ["#f2d3b8", "#e3b68f", "#c78e63", "#a06b45", "#7a4b2e", "#f6dfcc"];
    private static readonly string[] Hairs = ["#2b2320", "#5a3a24", "#8a5a2b", "#c79a4b", "#8f8f93", "#3b3f52", "#a3452c"];
    private static readonly string[] Backs = ["#cfe3f5", "#d9ead3", "#fbe3c0", "#ead7f1", "#f7d4d4", "#cfeae6"];
    private static readonly string[] Tops = ["#36507a", "#3e6b4f", "#8c4a3a", "#6a4a86", "#2f6f77", "#7a6a2c"];

    /// <summary>The picture of a person.</summary>
    public static string Draw(FeedPerson person)
    {
        var face = person.Face;
        var skin = Skins[face % Skins.Length];
        var hair = Hairs[face / 7 % Hairs.Length];
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
            <path fill="{Backs[face / 3 % Backs.Length]}" d="M0 0h96v96H0z"/>
            <path fill="{Tops[face / 5 % Tops.Length]}" d="M12 96c2-20 16-28 36-28s34 8 36 28z"/>
            <path fill="{skin}" d="M40 58h16v14q-8 8-16 0z"/>
            {HairBehind(face, hair)}
            <ellipse cx="48" cy="44" rx="18" ry="21" fill="{skin}"/>
            {HairInFront(face, hair)}
            <circle cx="41" cy="45" r="2.2" fill="#2b2320"/><circle cx="55" cy="45" r="2.2" fill="#2b2320"/>
            <path d="M42 54q6 {3 + face % 4} 12 0" fill="none" stroke="#8a3f38" stroke-width="2" stroke-linecap="round"/>
            {(face % 3 == 0 ? Glasses : "")}
            </svg>

            """);
    }

    private const string Glasses =
        """<g fill="none" stroke="#33383f" stroke-width="1.8"><circle cx="41" cy="45" r="6.5"/><circle cx="55" cy="45" r="6.5"/><path d="M47.5 45h1"/></g>""";

    private static string HairBehind(int face, string hair) => (face % 4) switch
    {
        0 => $"""<path fill="{hair}" d="M26 78q-6-56 22-56t22 56z"/>""",
        1 => $"""<circle cx="48" cy="18" r="10" fill="{hair}"/>""",
        _ => "",
    };

    private static string HairInFront(int face, string hair) => (face % 4) switch
    {
        2 => $"""<path fill="{hair}" d="M29 42q-2-22 19-22t19 22q-4-12-14-13-14 2-24 13z"/>""",
        3 => $"""<path fill="{hair}" d="M29 40q2-20 19-20t19 20q-8-7-19-7t-19 7z"/><path fill="{hair}" d="M31 52q2 20 17 20t17-20q-6 8-17 8t-17-8z"/>""",
        _ => $"""<path fill="{hair}" d="M29 42q0-22 19-22t19 22q-6-13-19-13t-19 13z"/>""",
    };
}
