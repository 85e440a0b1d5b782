namespace PixelLab.Web.Features.Lessons;

/// <summary>Where lessons are looked for (configuration section <c>PixelLab:Lessons</c>).</summary>
public sealed class LessonOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PixelLab:Lessons";

    /// <summary>A folder with lessons of one's own, beside those of the lab. A lesson with the same file name takes the place of the lab's.</summary>
    public string Folder { get; init; } = "";
}
