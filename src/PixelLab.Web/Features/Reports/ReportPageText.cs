using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Reports;

/// <summary>The words of the reports' pages around the reports, and what their API refuses.</summary>
internal static class ReportPageText
{
    private static readonly WordFile File = new(typeof(ReportPageText));

    /// <summary>The words, by their names in <c>ReportPageText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
