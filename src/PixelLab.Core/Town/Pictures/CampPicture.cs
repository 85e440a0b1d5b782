namespace PixelLab.Core.Town.Pictures;

/// <summary>Tents, bottles and lanterns.</summary>
internal static class CampPicture
{
    /// <summary>A tunnel tent with its door open.</summary>
    public static string DrawTent(Tones tones) =>
        $"""
        <ellipse class="shadow" cx="240" cy="322" rx="206" ry="14"/>
        <path stroke="{tones.Deep}" stroke-width="3" stroke-linecap="round" d="M120 190 L34 318 M372 196 L446 314"/>
        <path fill="{tones.Dark}" d="M214 108 C300 96 372 150 414 316 H214Z"/>
        <path fill="{tones.Base}" d="M64 318 C88 176 144 106 220 106 C296 106 330 190 344 318Z"/>
        <path fill="{tones.Light}" d="M64 318 C88 176 144 106 220 106 C168 128 126 210 116 318Z"/>
        <path fill="{tones.Deep}" d="M160 318 C164 226 184 168 220 156 C256 168 276 226 282 318Z"/>
        <path fill="{tones.Accent}" d="M220 156 C196 164 172 226 166 318 H142 C150 220 178 160 220 156Z"/>
        <path fill="{tones.AccentDark}" d="M166 318 C170 286 160 262 148 262 L142 318Z"/>
        <path fill="#ffd27a" opacity=".85" d="M186 318 C190 260 204 226 222 218 C240 226 252 262 256 318Z"/>
        <path fill="none" stroke="{tones.Pale}" stroke-width="5" stroke-linecap="round" d="M64 318 C88 176 144 106 220 106 C296 106 330 190 344 318"/>
        <path fill="none" stroke="{tones.Deep}" stroke-width="4" stroke-linecap="round" d="M286 110 C346 140 372 220 384 316"/>
        <circle cx="220" cy="106" r="7" fill="{tones.Accent}"/>
        """;

    /// <summary>A bottle; every second model is slim with a loop for two fingers.</summary>
    public static string DrawBottle(int model, Tones tones) =>
        model % 4 == 0 ? Insulated(tones) : Slim(tones);

    /// <summary>A lantern, lit.</summary>
    public static string DrawLantern(Tones tones) =>
        $"""
        <circle cx="240" cy="216" r="148" fill="#ffcf70" opacity=".26"/>
        <circle cx="240" cy="216" r="106" fill="#ffcf70" opacity=".34"/>
        <ellipse class="shadow" cx="240" cy="352" rx="96" ry="10"/>
        <path fill="none" stroke="{tones.Deep}" stroke-width="8" stroke-linecap="round" d="M180 138 C172 40 308 40 300 138"/>
        <rect x="226" y="52" width="28" height="16" rx="8" fill="{tones.Accent}"/>
        <path fill="{tones.Base}" d="M178 150 C178 112 206 98 240 98 C274 98 302 112 302 150Z"/>
        <path fill="{tones.Light}" d="M178 150 C178 112 206 98 240 98 C214 106 202 122 202 150Z"/>
        <path fill="#fff3cf" d="M184 150 H296 L302 282 H178Z"/>
        <path fill="#ffdf94" d="M206 150 H274 L278 282 H202Z"/>
        <path fill="#fffaf0" d="M228 186 h24 v60 h-24Z"/>
        <path stroke="{tones.Dark}" stroke-width="7" d="M187 150 L181 284 M293 150 L299 284"/>
        <rect x="172" y="144" width="136" height="14" rx="7" fill="{tones.Dark}"/>
        <path fill="{tones.Base}" d="M166 278 H314 L320 336 C320 346 312 350 304 350 H176 C168 350 160 346 160 336Z"/>
        <path fill="{tones.Light}" d="M166 278 H196 L192 350 H176 C168 350 160 346 160 336Z"/>
        <rect x="164" y="274" width="152" height="14" rx="7" fill="{tones.Accent}"/>
        <circle cx="240" cy="320" r="14" fill="{tones.Deep}"/>
        <path stroke="{tones.Accent}" stroke-width="5" stroke-linecap="round" d="M240 312 v8"/>
        """;

    private static string Insulated(Tones tones) =>
        $"""
        <ellipse class="shadow" cx="240" cy="356" rx="84" ry="10"/>
        <path fill="none" stroke="{tones.Deep}" stroke-width="8" stroke-linecap="round" d="M214 92 C196 96 190 116 196 134"/>
        <rect x="206" y="50" width="68" height="54" rx="10" fill="{tones.Accent}"/>
        <rect x="206" y="50" width="22" height="54" rx="10" fill="{tones.Pale}" opacity=".5"/>
        <rect x="212" y="100" width="56" height="20" fill="{tones.Pale}"/>
        <path fill="{tones.Base}" d="M210 118 H270 C292 130 304 146 304 172 V328 C304 346 292 354 276 354 H204 C188 354 176 346 176 328 V172 C176 146 188 130 210 118Z"/>
        <path fill="{tones.Light}" d="M210 118 H228 C210 136 204 150 204 176 V354 C188 354 176 346 176 328 V172 C176 146 188 130 210 118Z"/>
        <path fill="{tones.Dark}" d="M176 316 H304 V328 C304 346 292 354 276 354 H204 C188 354 176 346 176 328Z"/>
        <path fill="none" stroke="{tones.Accent}" stroke-width="7" stroke-linejoin="round" stroke-linecap="round" d="M196 268 L226 226 L244 248 L258 230 L286 268"/>
        <circle cx="264" cy="204" r="9" fill="{tones.Accent}"/>
        """;

    private static string Slim(Tones tones) =>
        $"""
        <ellipse class="shadow" cx="240" cy="362" rx="74" ry="9"/>
        <path fill="none" stroke="{tones.Accent}" stroke-width="13" stroke-linecap="round" d="M218 74 C210 34 270 34 262 74"/>
        <rect x="204" y="66" width="72" height="38" rx="9" fill="{tones.Deep}"/>
        <path stroke="{tones.Dark}" stroke-width="4" d="M218 72 v26 M232 72 v26 M246 72 v26 M260 72 v26"/>
        <path fill="{tones.Base}" d="M202 112 H278 C290 118 296 128 296 142 V340 C296 354 288 360 276 360 H204 C192 360 184 354 184 340 V142 C184 128 190 118 202 112Z"/>
        <path fill="{tones.Light}" d="M202 112 H220 C210 120 208 130 208 144 V360 H204 C192 360 184 354 184 340 V142 C184 128 190 118 202 112Z"/>
        <rect x="198" y="102" width="84" height="14" rx="7" fill="{tones.Accent}"/>
        <path fill="none" stroke="{tones.Pale}" stroke-width="7" stroke-linecap="round" d="M218 206 c11 -14 22 -14 33 0 s22 14 30 0 M218 236 c11 -14 22 -14 33 0 s22 14 30 0 M218 266 c11 -14 22 -14 33 0 s22 14 30 0"/>
        """;
}
