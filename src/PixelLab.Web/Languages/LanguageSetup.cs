using PixelLab.Core.Languages;

namespace PixelLab.Web.Languages;

/// <summary>Lets words find the language of the request that they answer.</summary>
public static class LanguageSetup
{
    /// <summary>Notes which language a request names. It stands before all that answers in words; whoever names none costs nothing.</summary>
    public static void UsePageLanguage(this IApplicationBuilder app) =>
        app.Use(next => context => context.Request.QueryString.Value?.Contains(PageLanguage.Name + "=", StringComparison.Ordinal) == true
            ? AnswerAsync(context, next)
            : next(context));

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        Language.Asked = PageLanguage.Of(context);
        await next(context);
    }
}
