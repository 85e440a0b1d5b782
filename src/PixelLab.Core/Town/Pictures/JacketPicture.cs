using System.Text;

namespace PixelLab.Core.Town.Pictures;

/// <summary>Jackets from the front, the hood up.</summary>
internal static class JacketPicture
{
    private const string Shadow = """<ellipse class="shadow" cx="240" cy="362" rx="130" ry="10"/>""";
    private const string Body = "M196 104 C176 110 160 118 150 132 L142 350 C180 360 300 360 338 350 L330 132 C320 118 304 110 284 104 C270 122 210 122 196 104Z";
    private const string LeftSleeve = "M152 130 C126 148 112 200 100 300 C98 312 104 318 114 318 L138 316 C144 290 146 240 148 210Z";
    private const string RightSleeve = "M328 130 C354 148 368 200 380 300 C382 312 376 318 366 318 L342 316 C336 290 334 240 332 210Z";

    /// <summary>A rain jacket, either with a zip all the way or with half of one and a big pocket.</summary>
    public static string DrawShell(int model, Tones tones) =>
        $"""
        {Shadow}
        <path fill="{tones.Dark}" d="{LeftSleeve}"/>
        <path fill="{tones.Dark}" d="{RightSleeve}"/>
        <path fill="{tones.Accent}" d="M101 292 L140 296 L138 316 L114 318 C104 318 98 312 101 292Z"/>
        <path fill="{tones.Accent}" d="M379 292 L340 296 L342 316 L366 318 C376 318 382 312 379 292Z"/>
        <path fill="{tones.Base}" d="{Body}"/>
        <path fill="{tones.Light}" d="M196 104 C176 110 160 118 150 132 L148 196 C200 214 280 214 332 196 L330 132 C320 118 304 110 284 104 C270 122 210 122 196 104Z"/>
        {Hood(tones)}
        {(model % 4 == 1 ? FullZip(tones) : HalfZip(tones))}
        <path fill="none" stroke="{tones.Dark}" stroke-width="5" d="M143 334 C190 344 290 344 337 334"/>
        <path fill="none" stroke="{tones.Accent}" stroke-width="5" stroke-linecap="round" d="M204 150 v26 M276 150 v26"/>
        """;

    /// <summary>A warm jacket in quilted tubes.</summary>
    public static string DrawDown(Tones tones)
    {
        var tubes = new StringBuilder();
        for (var y = 146; y < 350; y += 30)
        {
            tubes.Append($"""
                <path fill="none" stroke="{tones.Dark}" stroke-width="5" stroke-linecap="round" d="M148 {y} C190 {y + 12} 222 {y + 12} 240 {y + 10} C260 {y + 12} 290 {y + 12} 332 {y}"/>
                <path fill="none" stroke="{tones.Light}" stroke-width="6" stroke-linecap="round" opacity=".75" d="M162 {y + 16} C186 {y + 24} 206 {y + 25} 222 {y + 25} M258 {y + 25} C274 {y + 25} 296 {y + 24} 318 {y + 16}"/>
                """);
        }

        for (var y = 170; y < 300; y += 30)
        {
            var lean = (y - 130) / 5;
            tubes.Append($"""
                <path fill="none" stroke="{tones.Deep}" stroke-width="5" stroke-linecap="round" d="M{138 - lean} {y} q16 10 {lean + 6} 4 M{342 + lean} {y} q-16 10 -{lean + 6} 4"/>
                """);
        }

        return $"""
            {Shadow}
            <path fill="{tones.Dark}" d="{LeftSleeve}"/>
            <path fill="{tones.Dark}" d="{RightSleeve}"/>
            <path fill="{tones.Base}" d="{Body}"/>
            {tubes}
            {Hood(tones)}
            {FullZip(tones)}
            <path fill="none" stroke="{tones.Accent}" stroke-width="7" stroke-linecap="round" d="M176 272 l-8 40 M304 272 l8 40"/>
            """;
    }

    private static string Hood(Tones tones) =>
        $"""
        <path fill="{tones.Base}" d="M188 122 C172 66 200 32 240 32 C280 32 308 66 292 122 C272 142 208 142 188 122Z"/>
        <path fill="{tones.Light}" d="M188 122 C172 66 200 32 240 32 C214 44 198 70 204 130Z"/>
        <path fill="{tones.Deep}" d="M206 116 C196 76 214 54 240 54 C266 54 284 76 274 116 C262 132 218 132 206 116Z"/>
        <path fill="{tones.Dark}" d="M206 110 C216 126 264 126 274 110 L274 122 C266 140 214 140 206 122Z"/>
        """;

    private static string FullZip(Tones tones) =>
        $"""
        <path stroke="{tones.Accent}" stroke-width="6" d="M240 126 V354"/>
        <path stroke="{tones.AccentDark}" stroke-width="7" stroke-linecap="round" d="M240 142 v16"/>
        <path fill="none" stroke="{tones.Dark}" stroke-width="6" stroke-linecap="round" d="M180 262 l-12 46 M300 262 l12 46"/>
        """;

    private static string HalfZip(Tones tones) =>
        $"""
        <path stroke="{tones.Accent}" stroke-width="6" stroke-linecap="round" d="M240 126 V214"/>
        <path stroke="{tones.AccentDark}" stroke-width="7" stroke-linecap="round" d="M240 196 v16"/>
        <rect x="182" y="240" width="116" height="78" rx="10" fill="{tones.Dark}"/>
        <path fill="{tones.Light}" d="M178 236 h124 v18 c0 8 -6 12 -12 12 h-100 c-6 0 -12 -4 -12 -12Z"/>
        <circle cx="240" cy="254" r="5" fill="{tones.Accent}"/>
        """;
}
