using PixelLab.Core.Reports;

namespace PixelLab.Web.Sites.Clinic;

/// <summary>
/// What a tracker could conclude about the clinic's invented patient from page addresses alone. It speaks of the patient by
/// name and of nobody else: no condition is ever attached to a learner.
/// </summary>
public static class ClinicInference
{
    /// <summary>The conclusions, one sentence each, in the order in which the pages were opened.</summary>
    public static IReadOnlyList<string> From(IEnumerable<TrailStep> steps) =>
        [.. steps.Select(step => Guess(step.Page)).OfType<string>().Distinct()];

    private static string? Guess(string page)
    {
        var topic = ClinicTopics.All.FirstOrDefault(topic =>
            page == topic.Path || page.Contains($"topic={topic.Slug}", StringComparison.Ordinal));
        if (topic is null)
        {
            return null;
        }

        var name = ClinicPages.Patient.FirstName;
        if (page.StartsWith("/appointment/confirmed", StringComparison.Ordinal))
        {
            return ClinicText.Text["Guess.Confirmed", name, topic.Group];
        }

        return ClinicText.Text[page.StartsWith("/appointment", StringComparison.Ordinal) ? "Guess.Appointment" : "Guess.Read", name, topic.Group];
    }
}
