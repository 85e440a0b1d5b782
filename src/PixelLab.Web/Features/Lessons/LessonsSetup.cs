using PixelLab.Web.Features.Lessons.Steps;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons;

/// <summary>Registers the lessons.</summary>
public static class LessonsSetup
{
    /// <summary>Adds the lessons.</summary>
    public static WebApplicationBuilder AddLessons(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LessonOptions>().BindConfiguration(LessonOptions.Section);
        builder.Services.AddSingleton<LessonLibrary>();
        builder.Services.AddSingleton<LessonOpenings>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LessonLibrary>());
        builder.Services.AddSingleton<ISpokenLanguages>(services => services.GetRequiredService<LessonLibrary>());
        builder.Services.AddSteps();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, LessonJson.Default));
        return builder;
    }

    /// <summary>Maps the lessons' pages and their API.</summary>
    public static WebApplication MapLessons(this WebApplication app)
    {
        app.MapLessonPages();
        app.MapLessonState();
        app.MapSteps();
        return app;
    }
}
