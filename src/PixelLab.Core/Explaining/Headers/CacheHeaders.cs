namespace PixelLab.Core.Explaining.Headers;

/// <summary>What the browser says about copies it has kept: RFC 9111, RFC 9110 sections 13 and 14.</summary>
internal static class CacheHeaders
{
    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("If-None-Match", FieldSource.Browser, (value, _) =>
                $"The browser has kept a copy of this image and gives back the mark that came with it: {PlainText.Quoted(value, 60)}. A mark that is different for everyone is an id without a cookie.",
            "Emptying the browser’s cache removes it. Browsers keep a cache for each site, so it does not follow you from one site to another."),
        new("If-Modified-Since", FieldSource.Browser, (value, _) =>
                $"The browser has kept a copy and gives back its date: {PlainText.Quoted(value, 60)}. A date that is different for everyone is an id without a cookie.",
            "Emptying the browser’s cache removes it. Browsers keep a cache for each site, so it does not follow you from one site to another."),
        new("Cache-Control", FieldSource.Browser, (value, _) => value.Contains("no-cache", StringComparison.OrdinalIgnoreCase) || value.Contains("max-age=0", StringComparison.OrdinalIgnoreCase)
                ? "A fresh copy is asked for: usually somebody pressed “reload”."
                : "How the browser wants stored copies treated.",
            "It can’t be switched off and tells little."),
        HeaderFact.Fixed("Pragma", FieldSource.Browser,
            "An old way to ask for a fresh copy: usually somebody pressed “reload”.",
            "It can’t be switched off and tells little."),
        new("Range", FieldSource.Browser, (value, _) => $"Only a part of the file is asked for: {PlainText.Quoted(value, 60)}. Unusual for so small an image.",
            "It can’t be switched off and tells little."),
        HeaderFact.Fixed("If-Range", FieldSource.Browser,
            "The browser has a part of the file and asks for the rest, if it is still the same.",
            "Emptying the browser’s cache removes it."),
    ];
}
