namespace PixelLab.Core.Town.Pictures;

/// <summary>Backpacks from the front.</summary>
internal static class BackpackPicture
{
    /// <summary>The small one, the tall one with a rolled mat, the square one.</summary>
    public static string Draw(int model, Tones tones) => (model % 3) switch
    {
        0 => Tall(tones),
        1 => Square(tones),
        _ => Small(tones),
    };

    private static string Small(Tones tones) =>
        $"""
        <ellipse class="shadow" cx="240" cy="350" rx="126" ry="11"/>
        <path fill="none" stroke="{tones.Accent}" stroke-width="10" d="M216 92 C216 62 264 62 264 92"/>
        <path fill="{tones.Deep}" d="M150 190 C126 220 126 290 150 320Z M330 190 C354 220 354 290 330 320Z"/>
        <path fill="{tones.Base}" d="M146 176 C146 114 184 84 240 84 C296 84 334 114 334 176 V320 C334 338 322 348 306 348 H174 C158 348 146 338 146 320Z"/>
        <path fill="{tones.Light}" d="M146 176 C146 114 184 84 240 84 C198 92 176 122 176 176 V348 C158 348 146 338 146 320Z"/>
        <path fill="none" stroke="{tones.Deep}" stroke-width="6" stroke-linecap="round" d="M170 190 C170 132 200 112 240 112 C280 112 310 132 310 190"/>
        <path stroke="{tones.Accent}" stroke-width="8" stroke-linecap="round" d="M310 190 v20"/>
        <path fill="{tones.Dark}" d="M172 238 H308 V322 C308 332 302 336 294 336 H186 C178 336 172 332 172 322Z"/>
        <path stroke="{tones.Accent}" stroke-width="6" stroke-linecap="round" d="M186 254 H294 M286 254 v16"/>
        <rect x="218" y="176" width="44" height="30" rx="5" fill="{tones.Pale}"/>
        <path fill="none" stroke="{tones.AccentDark}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round" d="M226 198 l9 -12 l6 7 l6 -8 l9 13"/>
        """;

    private static string Tall(Tones tones) =>
        $"""
        <ellipse class="shadow" cx="240" cy="368" rx="130" ry="10"/>
        <rect x="142" y="318" width="196" height="44" rx="22" fill="{tones.Accent}"/>
        <circle cx="160" cy="340" r="21" fill="{tones.AccentDark}"/>
        <path fill="none" stroke="{tones.Accent}" stroke-width="4" d="M160 328 a12 12 0 1 1 -10 6 a7 7 0 1 1 10 10"/>
        <path fill="{tones.Deep}" d="M160 170 C128 190 124 280 150 312Z M320 170 C352 190 356 280 330 312Z"/>
        <path fill="{tones.Base}" d="M158 120 H322 L330 306 C330 320 320 328 308 328 H172 C160 328 150 320 150 306Z"/>
        <path fill="{tones.Light}" d="M158 120 H190 L184 328 H172 C160 328 150 320 150 306Z"/>
        <path fill="{tones.Dark}" d="M150 84 C160 44 320 44 330 84 L334 138 C300 152 180 152 146 138Z"/>
        <path fill="{tones.Base}" d="M150 84 C160 44 320 44 330 84 L331 104 C300 116 180 116 149 104Z"/>
        <path stroke="{tones.Accent}" stroke-width="8" stroke-linecap="round" d="M196 142 v62 M284 142 v62"/>
        <rect x="187" y="186" width="18" height="24" rx="4" fill="{tones.Deep}"/>
        <rect x="275" y="186" width="18" height="24" rx="4" fill="{tones.Deep}"/>
        <path fill="{tones.Dark}" d="M186 226 H294 L298 300 C298 308 292 312 286 312 H194 C188 312 182 308 182 300Z"/>
        <path stroke="{tones.Accent}" stroke-width="5" stroke-linecap="round" d="M198 240 H282"/>
        <path fill="none" stroke="{tones.Pale}" stroke-width="5" stroke-linejoin="round" stroke-linecap="round" d="M204 292 l24 -30 l14 16 l14 -18 l22 32"/>
        <path stroke="{tones.Deep}" stroke-width="8" stroke-linecap="round" d="M190 318 v46 M290 318 v46"/>
        """;

    private static string Square(Tones tones) =>
        $"""
        <ellipse class="shadow" cx="240" cy="354" rx="126" ry="11"/>
        <path fill="none" stroke="{tones.Accent}" stroke-width="10" d="M212 88 V70 C212 62 218 58 224 58 H256 C262 58 268 62 268 70 V88"/>
        <path fill="{tones.Deep}" d="M152 170 C122 200 122 280 152 320Z M328 170 C358 200 358 280 328 320Z"/>
        <rect x="146" y="84" width="188" height="268" rx="26" fill="{tones.Base}"/>
        <path fill="{tones.Dark}" d="M146 290 H334 V326 C334 342 324 352 308 352 H172 C156 352 146 342 146 326Z"/>
        <path fill="{tones.Light}" d="M146 110 C146 94 156 84 172 84 H308 C324 84 334 94 334 110 V206 C334 216 326 222 316 222 H164 C154 222 146 216 146 206Z"/>
        <path stroke="{tones.Accent}" stroke-width="13" d="M196 84 V260 M284 84 V260"/>
        <rect x="184" y="244" width="24" height="32" rx="5" fill="{tones.Deep}"/>
        <rect x="272" y="244" width="24" height="32" rx="5" fill="{tones.Deep}"/>
        <rect x="216" y="128" width="48" height="48" rx="24" fill="{tones.Pale}"/>
        <path fill="none" stroke="{tones.AccentDark}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round" d="M224 162 l11 -16 l7 9 l6 -8 l9 15"/>
        """;
}
