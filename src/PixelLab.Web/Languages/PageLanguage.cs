using PixelLab.Core.Languages;

namespace PixelLab.Web.Languages;

/// <summary>
/// The language of the page that asks. Its scripts say it in the address (<c>?lang=</c>, as the page's own address does), because only the page knows
/// it: a browser's <c>Accept-Language</c> names what its owner reads, not what the page is written in. What stands in the address also tells caches
/// apart, so that no answer has to vary by a header.
/// </summary>
/// <param name="Language">The language, with the words that its lessons bring along.</param>
public sealed record PageLanguage(Language Language)
{
    /// <summary>How an address names it.</summary>
    public const string Name = "lang";

    /// <summary>The language that a request names where there are lessons in it, else the default one.</summary>
    public static Language Of(HttpContext context)
    {
        var spoken = context.RequestServices.GetRequiredService<ISpokenLanguages>().Now();
        return spoken.Speak(spoken.TagOr(context.Request.Query[Name]));
    }

    /// <summary>Lets an endpoint ask for it as a parameter.</summary>
    public static ValueTask<PageLanguage?> BindAsync(HttpContext context) => ValueTask.FromResult<PageLanguage?>(new PageLanguage(Of(context)));
}
