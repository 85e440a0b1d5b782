using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Reports;

/// <summary>The words of the reports' pages around the reports, and what their API refuses. They are in English alone.</summary>
internal static class ReportPageText
{
    /// <summary>The words, by their names in <c>ReportPageText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(ReportPageText))];
}
