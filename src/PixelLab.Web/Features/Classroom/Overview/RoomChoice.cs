using PixelLab.Web.Features.Reports;

namespace PixelLab.Web.Features.Classroom.Overview;

/// <summary>Which view of a room is asked for.</summary>
/// <param name="Report">Which state of a report.</param>
/// <param name="WithSimulated">Whether the simulated people count.</param>
/// <param name="IsProjected">Whether the page stands on a wall, where names and addresses are not shown.</param>
public sealed record RoomChoice(ReportChoice Report, bool WithSimulated, bool IsProjected)
{
    private const string OnlyStudents = "students";

    /// <summary>The choice as a query, beginning with a question mark; more pairs may follow after an ampersand.</summary>
    public string Query => Report.Query + (WithSimulated ? "" : "&people=" + OnlyStudents) + (IsProjected ? "&projected=true" : "");

    /// <summary>Reads a choice from an address; what is wrong with it as a sentence, or null.</summary>
    public static string? TryRead(string? lens, string? counting, string? people, bool? projected, out RoomChoice choice)
    {
        var wrong = ReportChoice.TryRead(lens, counting, null, out var report);
        choice = new RoomChoice(report, people != OnlyStudents, projected ?? false);
        return wrong ?? (people is null or "" or OnlyStudents ? null : ClassroomText.Text["Refused.People"]);
    }
}
