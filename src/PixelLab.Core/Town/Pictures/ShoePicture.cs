using System.Text;

namespace PixelLab.Core.Town.Pictures;

/// <summary>Shoes from the side, the toe to the right.</summary>
internal static class ShoePicture
{
    private const string Ground = """<ellipse class="shadow" cx="246" cy="312" rx="186" ry="13"/>""";

    /// <summary>A low shoe. Every model has its own mark on the side and its own sole.</summary>
    public static string Draw(int model, Tones tones) =>
        $"""
        {Ground}
        {Sole(tones, lugs: model % 2 == 0 ? 15 : 11)}
        <path fill="{tones.Deep}" d="M112 158 C124 138 148 140 156 152 C170 172 196 172 214 158 L236 128 L262 140 L250 190 L130 200Z"/>
        <path fill="{tones.Base}" d="M92 262 C86 226 92 190 104 160 C110 146 128 142 138 154 C156 182 196 186 222 164 L242 136 C258 132 266 138 272 150 C294 186 326 206 364 216 C398 225 414 242 416 264Z"/>
        <path fill="{tones.Light}" d="M230 168 C262 196 310 216 364 216 C326 206 294 186 272 150 C266 138 258 132 242 136 L226 158Z"/>
        {Mark(model, tones)}
        <path fill="{tones.Dark}" d="M92 262 C86 226 92 190 104 160 C108 150 116 146 124 146 C114 186 122 228 146 264Z"/>
        <path fill="{tones.Dark}" d="M338 264 C344 240 362 224 386 222 C406 232 415 246 416 264Z"/>
        <path fill="none" stroke="{tones.Accent}" stroke-width="5" stroke-linecap="round" d="M103 158 C96 148 96 140 102 132"/>
        {Laces(tones)}
        """;

    /// <summary>A shoe over the ankle.</summary>
    public static string DrawBoot(Tones tones) =>
        $"""
        {Ground}
        {Sole(tones, lugs: 13)}
        <path fill="{tones.Deep}" d="M118 88 C130 74 200 74 226 84 L240 108 L128 120Z"/>
        <path fill="{tones.Base}" d="M92 262 C84 220 104 180 110 142 C112 124 110 106 116 92 C124 82 134 92 150 96 C178 102 206 96 222 88 C232 84 240 92 242 102 C246 140 268 172 300 190 C322 202 342 210 364 216 C398 225 414 242 416 264Z"/>
        <path fill="{tones.Light}" d="M206 97 C214 130 226 160 250 184 C280 210 320 220 364 216 C322 202 268 172 242 102 C240 92 232 84 222 88Z"/>
        <path fill="{tones.Dark}" d="M92 262 C88 234 96 208 102 184 C112 214 140 224 168 232 C186 238 196 248 200 264Z"/>
        <path fill="{tones.Dark}" d="M322 264 C330 234 356 218 386 222 C406 232 415 246 416 264Z"/>
        <path fill="none" stroke="{tones.Light}" stroke-width="7" stroke-linecap="round" d="M112 128 C140 138 176 136 206 126"/>
        <path fill="none" stroke="{tones.Accent}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round" d="M128 192 l20 -24 l14 14 l16 -20 l24 34"/>
        <path fill="none" stroke="{tones.Accent}" stroke-width="6" stroke-linecap="round" d="M114 92 C104 84 104 72 114 68 C124 66 128 74 124 84"/>
        {Laces(tones)}
        <path stroke="{tones.Accent}" stroke-width="6" stroke-linecap="round" d="M210 118 l28 -10 M216 140 l30 -12"/>
        """;

    private static string Sole(Tones tones, int lugs)
    {
        var sole = new StringBuilder();
        var step = 300.0 / lugs;
        for (var i = 0; i < lugs; i++)
        {
            var x = 100 + i * step;
            sole.Append($"""<rect fill="{tones.Deep}" x="{x:0.#}" y="286" width="{step * 0.62:0.#}" height="24" rx="4"/>""");
        }

        return $"""
            {sole}
            <path fill="{tones.Deep}" d="M88 276 C150 288 340 290 424 268 C426 284 416 298 392 300 L116 300 C98 300 88 290 88 276Z"/>
            <path fill="{tones.Pale}" d="M90 252 C130 262 180 252 240 256 C310 262 370 258 418 248 C430 264 424 284 398 288 L112 288 C90 288 84 270 90 252Z"/>
            <path fill="none" stroke="{tones.Accent}" stroke-width="5" stroke-linecap="round" d="M108 276 C180 284 300 284 398 272"/>
            """;
    }

    private static string Mark(int model, Tones tones) => (model % 3) switch
    {
        0 => $"""
            <path fill="none" stroke="{tones.Accent}" stroke-width="11" stroke-linecap="round" stroke-linejoin="round" d="M164 250 L206 204 L232 230 L266 196"/>
            <path fill="none" stroke="{tones.Pale}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" d="M192 252 L216 226 L238 248 L286 206"/>
            """,
        1 => $"""
            <path fill="none" stroke="{tones.Accent}" stroke-width="8" stroke-linecap="round" d="M172 250 C196 244 222 226 236 190 M196 252 C222 244 246 230 260 202 M222 254 C246 248 268 236 284 216"/>
            """,
        _ => $"""
            <circle cx="226" cy="222" r="25" fill="none" stroke="{tones.Accent}" stroke-width="8"/>
            <path fill="none" stroke="{tones.Accent}" stroke-width="8" stroke-linecap="round" d="M182 250 C214 236 262 234 302 244"/>
            """,
    };

    private static string Laces(Tones tones)
    {
        var laces = new StringBuilder();
        foreach (var (x, y) in new[] { (238, 166), (256, 186), (280, 202), (306, 214) })
        {
            laces.Append($"""<path stroke="{tones.Accent}" stroke-width="6" stroke-linecap="round" d="M{x} {y} l28 -16"/>""");
        }

        return laces.ToString();
    }
}
